namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A kind of run store that the same tests are made on.</summary>
public sealed class TestStore
{
    private readonly string _name;
    private readonly Func<string, string> _place;

    private TestStore(string name, Func<string, string> place) => (_name, _place) = (name, place);

    /// <summary>A file.</summary>
    public static TestStore Sqlite { get; } = new("sqlite", folder => Path.Combine(folder, "runs.db"));

    /// <summary>Those that this machine has.</summary>
    public static IReadOnlyList<TestStore> Here { get; } = [Sqlite];

    /// <summary>A fresh store for a cluster with this folder.</summary>
    public string In(string folder) => _place(folder);

    public override string ToString() => _name;
}
