using System.Collections.Immutable;

namespace VirtAlliance.Model.Landscapes;

/// <summary>How configurations run downhill: in each step the actor moves whose move lowers the energy most; of equals the first.</summary>
public static class Descent
{
    /// <summary>Where the step leads; the configuration itself if nobody wants to move.</summary>
    public static int Next(Landscape landscape, int configuration) => Step(landscape, configuration, out _);

    /// <summary>The configurations on the way down, both ends included, with the actor that leads to each; −1 for the first.</summary>
    public static ImmutableArray<(int Configuration, int Actor)> Path(Landscape landscape, int from)
    {
        var path = ImmutableArray.CreateBuilder<(int, int)>();
        path.Add((from, -1));
        for (var (at, next) = (from, Step(landscape, from, out var actor)); next != at; (at, next) = (next, Step(landscape, next, out actor))) path.Add((next, actor));
        return path.ToImmutable();
    }

    /// <summary>Local minima, lowest energy first, of equals in the order of configurations.</summary>
    public static ImmutableArray<LocalMinimum> Minima(Landscape landscape)
    {
        var ends = Ends(landscape);
        var basins = new int[ends.Length];
        foreach (var end in ends) basins[end]++;
        return
        [
            .. Enumerable.Range(0, ends.Length).Where(c => basins[c] > 0)
                .Select(c => new LocalMinimum(c, landscape.Energy(c), basins[c])).OrderBy(m => m.Energy).ThenBy(m => m.Configuration),
        ];
    }

    /// <summary>Per configuration the local minimum that it runs down to.</summary>
    private static int[] Ends(Landscape landscape)
    {
        var ends = new int[landscape.Configurations];
        for (var c = 0; c < ends.Length; c++) ends[c] = Next(landscape, c);
        for (var c = 0; c < ends.Length; c++)
            while (ends[ends[c]] != ends[c]) ends[c] = ends[ends[c]];
        return ends;
    }

    private static int Step(Landscape landscape, int configuration, out int actor)
    {
        actor = -1;
        var most = 0.0;
        for (var i = 0; i < landscape.Actors; i++)
        {
            var relief = landscape.Relief(configuration, i);
            if (relief > most) (most, actor) = (relief, i);
        }
        return actor < 0 ? configuration : landscape.Move(configuration, actor);
    }
}

/// <summary>A division that nobody wants to leave.</summary>
/// <param name="Configuration">Which.</param>
/// <param name="Energy">Its energy.</param>
/// <param name="Basin">Configurations that run down to it, itself included.</param>
public readonly record struct LocalMinimum(int Configuration, double Energy, int Basin);
