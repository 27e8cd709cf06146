using Microsoft.Data.Sqlite;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>A run store in a SQLite file, shared by any number of processes of one machine.</summary>
/// <remarks>The provider's calls block, so they are made on the thread pool, never on a grain's scheduler.</remarks>
internal sealed class SqliteRunStore : SqlRunStore
{
    private const int BusyMilliseconds = 30_000;
    private const int PagesBetweenCheckpoints = 4_000;

    private readonly string _file;
    private readonly Durability _durability;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private Session? _writer;
    private bool _disposed;

    private readonly long? _maxPages;

    private SqliteRunStore(string file, Durability durability, long? maxPages) => (_file, _durability, _maxPages) = (file, durability, maxPages);

    /// <inheritdoc cref="RunStores.Open"/>
    public static SqliteRunStore Open(string file, Durability durability, long? maxPages = null)
    {
        var store = new SqliteRunStore(Prepare(file), durability, maxPages);
        try
        {
            if (!store.Read(IsCurrent, CancellationToken.None).GetAwaiter().GetResult()) store.Write(store.Upgrade, CancellationToken.None).GetAwaiter().GetResult();
            return store;
        }
        catch
        {
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        await _writing.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        await DropWriter().ConfigureAwait(false);
        using (var connection = new SqliteConnection(ConnectionString(pooling: true))) SqliteConnection.ClearPool(connection);
        _writing.Release();
    }

    /// <inheritdoc/>
    protected override Task<T> Read<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => Task.Run(async () =>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            await using var session = Connect(pooling: true);
            return await work(session).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Explain(e, _file);
        }
    }, cancellation);

    /// <inheritdoc/>
    protected override Task<T> Write<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => Task.Run(async () =>
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writer ??= Connect(pooling: false);
            return await _writer.Transact(work, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await DropWriter().ConfigureAwait(false);
            if (e is SqliteException fault) throw SqliteFaults.Explain(fault, _file);
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }, cancellation);

    private static string Prepare(string file)
    {
        try
        {
            var path = Path.GetFullPath(file);
            if (Directory.Exists(path)) throw new RunStoreException(StoreFault.NotAStore, $"the run store {file} is a folder, not a file");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            SqliteFaults.RefuseForeign(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RunStoreException(StoreFault.Unreachable, $"the run store {file} cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Then there is nothing to write, and nobody to wait for who writes.</summary>
    private static async Task<bool> IsCurrent(Session session) =>
        await session.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'va_schema'").ConfigureAwait(false) is not null
        && await StoreSchema.Version(session).ConfigureAwait(false) == StoreSchema.Current;

    private async Task<int> Upgrade(Session session)
    {
        await SqliteFaults.RefuseOthersTables(session, _file).ConfigureAwait(false);
        return await StoreSchema.Upgrade(session, "BLOB", _file).ConfigureAwait(false);
    }

    private Session Connect(bool pooling)
    {
        var connection = new SqliteConnection(ConnectionString(pooling));
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            var synchronous = _durability == Durability.PowerLoss ? "FULL" : "NORMAL";
            pragmas.CommandText = $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;";
            if (!pooling) pragmas.CommandText += $"PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints};";
            if (_maxPages is { } pages) pragmas.CommandText += $"PRAGMA max_page_count = {pages};";
            pragmas.ExecuteNonQuery();
            return new Session(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task DropWriter()
    {
        var writer = _writer;
        _writer = null;
        if (writer is not null) await writer.DisposeAsync().ConfigureAwait(false);
    }

    private string ConnectionString(bool pooling) => new SqliteConnectionStringBuilder { DataSource = _file, Pooling = pooling }.ToString();
}
