using Microsoft.Data.Sqlite;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Results.Tests.Stores;

/// <summary>A store in a folder or database of its own, gone afterwards.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virtalliance-");

    private readonly PostgresDatabase? _database;

    public TemporaryStore(StoreKind kind = StoreKind.Sqlite)
    {
        _database = kind == StoreKind.Postgres ? PostgresDatabase.Make() : null;
        Store = RunStores.Open(Place);
    }

    /// <summary>The file, or the database's connection string.</summary>
    public string Place => _database?.Place ?? Path.Combine(_folder.FullName, "runs.db");

    public IRunStore Store { get; private set; }

    public async Task Reopen()
    {
        await Store.DisposeAsync();
        Store = RunStores.Open(Place);
    }

    /// <summary>Changes what is stored behind the store's back.</summary>
    public void Change(string sql)
    {
        if (_database is not null) _database.Execute(sql);
        else ChangeFile(Place, sql);
    }

    public static void ChangeFile(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>One study of as many runs.</summary>
    public async Task<RunRow[]> CreateRuns(string study = "study", int runs = 1)
    {
        var rows = Enumerable.Range(0, runs).Select(i => Row(study, i)).ToArray();
        await Store.Create(Study(study), rows);
        return rows;
    }

    public static StudyRow Study(string id) => new(id, "first-try", "{}", RunStatus.Queued, null, "here", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public static RunRow Row(string study, int position) => new(
        $"{study}/{position}", study, position, "with", (uint)position, uint.MaxValue, "abc", "1", 3, [1, 2, 3], RunStatus.Queued, null, 0, "here", -2, null);

    /// <summary>A silo of the cluster that owns the studies.</summary>
    public static SiloBeat Beat { get; } = new("here", "silo-1", "1.0", 4711, 12);

    /// <summary>A chain of entries as a coordinator would write them.</summary>
    public static LedgerEntry[] Chain(RunRow run, long epoch, int count, byte flavour = 0)
    {
        var entries = new LedgerEntry[count];
        var previous = HashChain.Identity(run.ScenarioHash, run.Seed, run.Replicate, run.ModelVersion);
        for (var i = 0; i < count; i++)
        {
            byte[] payload = [flavour, (byte)i];
            entries[i] = new LedgerEntry(run.Id, epoch, i - 1, previous, HashChain.Next(previous, payload), payload, i % 2 == 0 ? null : "{}");
            previous = entries[i].Hash;
        }
        return entries;
    }

    public async Task<LedgerEntry[]> Read(string run, int from = -1, int to = int.MaxValue)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in Store.Entries(run, from, to)) entries.Add(entry);
        return [.. entries];
    }

    /// <summary>Of the study's runs, in order.</summary>
    public async Task<IEnumerable<RunStatus>> Statuses() => (await Store.ListRuns("study")).Select(r => r.Status);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
