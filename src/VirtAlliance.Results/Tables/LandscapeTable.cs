using System.Collections.Immutable;
using VirtAlliance.Model.Landscapes;
using VirtAlliance.Scenarios.Landscapes;

namespace VirtAlliance.Results.Tables;

/// <summary>Every configuration of a landscape, a row each.</summary>
public static class LandscapeTable
{
    /// <summary>Writes <c>configurations.csv</c>.</summary>
    /// <param name="file">The landscape.</param>
    /// <param name="folder">Made if it is missing.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static string Write(LandscapeFile file, string folder)
    {
        Directory.CreateDirectory(folder);
        ImmutableArray<string> columns = ["sides", "energy", .. file.Actors.Select(a => $"frustration_{a}"), "local_minimum"];
        using var table = CsvFile.Of(folder, "configurations", columns, Enumerable.Range(0, file.Landscape.Configurations).Select(c => Row(file.Landscape, c)));
        table.Finish();
        table.Publish();
        return table.File;
    }

    private static object?[] Row(Landscape landscape, int configuration)
    {
        var actors = Enumerable.Range(0, landscape.Actors).ToArray();
        var sides = string.Concat(actors.Select(i => Landscape.IsOnFirstSide(configuration, i) ? '1' : '2'));
        return [sides, landscape.Energy(configuration), .. actors.Select(i => (object?)landscape.Frustration(configuration, i)), landscape.IsLocalMinimum(configuration) ? "true" : "false"];
    }
}
