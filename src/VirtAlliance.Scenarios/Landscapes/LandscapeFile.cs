using System.Collections.Immutable;
using VirtAlliance.Model.Landscapes;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Landscapes;

/// <summary>A landscape as its file gives it.</summary>
/// <param name="Actors">Names, in the file's order.</param>
/// <param name="Landscape">Their sizes and propensities.</param>
public sealed record LandscapeFile(ImmutableArray<string> Actors, Landscape Landscape)
{
    private static readonly RealShape Propensity = new(-1e6, 1e6);

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="ScenarioException">It is no landscape; carries every error found.</exception>
    public static LandscapeFile Load(string path) => Read(FileText.Read(path, path, "a landscape"), path);

    /// <summary>Reads and checks a file's text.</summary>
    /// <param name="text">Its YAML.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <exception cref="ScenarioException">It is no landscape; carries every error found.</exception>
    public static LandscapeFile Read(string text, string name)
    {
        var findings = new Findings();
        var read = YamlTree.OfFile(text, name, findings);
        findings.Throw();
        var root = read as Map ?? new Map(read!.Place);
        LandscapeKeys.File.Check(read!, read!.Place, Checking.Of(root, findings.Add));
        var landscape = root.Map(LandscapeKeys.Root);
        string[] actors = [.. landscape.Named(LandscapeKeys.Actors).Select(a => a.Name)];
        var propensities = Propensities(landscape, actors, findings);
        findings.Throw();
        return new LandscapeFile(
            [.. actors], new Landscape([.. landscape.Named(LandscapeKeys.Actors).Select(a => (a.Value as Map).Real(LandscapeKeys.Size))], [.. propensities]));
    }

    /// <summary>The configuration in which some actors stand together against all others.</summary>
    /// <param name="side">Their names.</param>
    /// <param name="option">The option as given, for errors.</param>
    /// <exception cref="ScenarioException">A name is no actor's.</exception>
    public int Configuration(IReadOnlyList<string> side, string option)
    {
        var findings = new Findings();
        foreach (var name in side.Where(n => !Actors.Contains(n))) findings.Add(Place.Option(option), name, "an actor", Actors);
        findings.Throw();
        var configuration = 0;
        foreach (var actor in side.Distinct()) configuration = Landscape.Move(configuration, Actors.IndexOf(actor));
        return configuration;
    }

    /// <summary>The two sides, the first actor's first.</summary>
    public (ImmutableArray<string> First, ImmutableArray<string> Second) Sides(int configuration)
    {
        var sides = Enumerable.Range(0, Actors.Length).ToLookup(i => Landscape.IsOnFirstSide(configuration, i), i => Actors[i]);
        return ([.. sides[true]], [.. sides[false]]);
    }

    /// <summary>Symmetric, row by row; pairs that the file leaves out are 0.</summary>
    private static double[] Propensities(Map? landscape, string[] actors, Findings findings)
    {
        var matrix = new double[actors.Length * actors.Length];
        var given = new bool[matrix.Length];
        foreach (var pair in landscape.List(LandscapeKeys.Propensities).OfType<Sequence>().Where(p => p.Items.Count == 3))
        {
            var (a, b) = (Actor(pair.Items[0], actors, findings), Actor(pair.Items[1], actors, findings));
            Propensity.Check(pair.Items[2], pair.Items[2].Place, new Checking(new Names(new Map(pair.Place)), null, null, findings.Add));
            if (a < 0 || b < 0) continue;
            if (a == b) findings.Add(pair.Items[1].Place, pair.Items[1].Shown, "another actor than the first of the pair");
            else if (given[(a * actors.Length) + b]) findings.Add(pair.Place, $" a second propensity of {actors[a]} and {actors[b]}", "each pair once");
            var (there, back) = ((a * actors.Length) + b, (b * actors.Length) + a);
            matrix[there] = matrix[back] = EntryReading.Number(pair.Items[2]) ?? 0;
            given[there] = given[back] = true;
        }
        return matrix;
    }

    private static int Actor(Node name, string[] actors, Findings findings)
    {
        var at = name is Scalar scalar ? Array.IndexOf(actors, scalar.Text) : -1;
        if (at < 0) findings.Add(name.Place, name.Shown, "an actor", actors);
        return at;
    }
}
