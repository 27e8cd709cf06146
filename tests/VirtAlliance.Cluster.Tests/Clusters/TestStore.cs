using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A kind of run store that the same tests are made on.</summary>
public sealed class TestStore
{
    private readonly string _name;
    private readonly Func<string, (string Place, IAsyncDisposable? Owner)> _make;

    private TestStore(string name, Func<string, (string Place, IAsyncDisposable? Owner)> make) => (_name, _make) = (name, make);

    /// <summary>A file in the cluster's own folder.</summary>
    public static TestStore Sqlite { get; } = new("SQLite", folder => (Path.Combine(folder, "runs.db"), null));

    /// <summary>A database of its own on a PostgreSQL server.</summary>
    public static TestStore Postgres { get; } = new("PostgreSQL", _ => Database(null));

    /// <summary>A file in another folder.</summary>
    public static TestStore FileIn(string folder) => new("SQLite", _ => (Path.Combine(folder, "runs.db"), null));

    /// <summary>A database of its own on this server.</summary>
    internal static TestStore On(PrivateServer server) => new("PostgreSQL", _ => Database(server.Place));

    /// <summary>A fresh store for a cluster with this folder; its owner, if it has one, takes it away again.</summary>
    public (string Place, IAsyncDisposable? Owner) For(string folder) => _make(folder);

    public override string ToString() => _name;

    private static (string, IAsyncDisposable?) Database(string? server)
    {
        var database = PostgresDatabase.Make(server);
        return (database.Place, database);
    }
}
