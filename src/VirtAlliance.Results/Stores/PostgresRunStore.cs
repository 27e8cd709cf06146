using Npgsql;

namespace VirtAlliance.Results.Stores;

/// <summary>A run store in a PostgreSQL database, shared by processes of any number of machines.</summary>
internal sealed class PostgresRunStore : SqlRunStore
{
    /// <summary>Whoever holds this lock makes or upgrades tables: "virtally" in ASCII.</summary>
    private const long UpgradeLock = 0x76_69_72_74_61_6c_6c_79;

    private readonly NpgsqlDataSource _database;
    private readonly string _name;
    private bool _open;

    private PostgresRunStore(PostgresAddress address) => (_database, _name) = (address.Open(), address.Name);

    /// <inheritdoc cref="RunStores.Open"/>
    public static PostgresRunStore Open(PostgresAddress address)
    {
        var store = new PostgresRunStore(address);
        try
        {
            Task.Run(() => store.Write(store.Upgrade, CancellationToken.None)).GetAwaiter().GetResult();
            store._open = true;
            return store;
        }
        catch
        {
            store._database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <inheritdoc/>
    protected override Task<T> Read<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => On(work, cancellation);

    /// <inheritdoc/>
    protected override Task<T> Write<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => On(session => session.Transact(work, cancellation), cancellation);

    /// <summary>A connection that lay idle while the server was restarted fails at its first use, and takes the other idle ones with it: then a new one is tried.</summary>
    private async Task<T> On<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        for (var again = _open; ; again = false)
        {
            try
            {
                await using var session = new Session(await _database.OpenConnectionAsync(cancellation).ConfigureAwait(false));
                return await work(session).ConfigureAwait(false);
            }
            catch (Exception e) when (PostgresFaults.Is(e))
            {
                var fault = PostgresFaults.Explain(e, _name, opening: !_open);
                if (!again || !fault.Passes) throw fault;
            }
        }
    }

    private async Task<int> Upgrade(Session session)
    {
        await session.Scalar("SELECT pg_advisory_xact_lock(@key)", ("@key", UpgradeLock)).ConfigureAwait(false);
        return await StoreSchema.Upgrade(session, "BYTEA", _name).ConfigureAwait(false);
    }
}
