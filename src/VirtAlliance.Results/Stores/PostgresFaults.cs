using System.Net.Sockets;
using Npgsql;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>What goes wrong with PostgreSQL stores, in words for users.</summary>
internal static class PostgresFaults
{
    /// <summary>True for what comes from the driver and its connections.</summary>
    public static bool Is(Exception e) => e is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <param name="e">From Npgsql.</param>
    /// <param name="store">Its name, without secrets.</param>
    /// <param name="opening">True: it was not open yet; nobody waits for it.</param>
    public static RunStoreException Explain(Exception e, string store, bool opening)
    {
        if (e is PostgresException refused) return OfServer(refused, store, opening);
        if (!Passes(e)) return new(opening ? StoreFault.Unreachable : StoreFault.Other, $"the run store {store} cannot be reached: {e.Message}", e);
        return new(Away(opening), $"the run store {store} does not answer: {(e as AggregateException ?? e.InnerException as AggregateException)?.InnerException?.Message ?? e.Message}", e);
    }

    private static RunStoreException OfServer(PostgresException e, string store, bool opening) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidCatalogName =>
            new(StoreFault.Unreachable, $"the run store {store} cannot be opened: {e.MessageText}; a database must be there, its tables are made in it", e),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidSchemaName =>
            new(StoreFault.Unreachable, $"the run store {store} cannot be opened: {e.MessageText}", e),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => new(StoreFault.ReadOnly, $"the run store {store} cannot be written to: {e.MessageText}", e),
        PostgresErrorCodes.DiskFull => new(StoreFault.Full, $"the run store {store} cannot grow: there is no room left on its server's disk", e),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(StoreFault.Damaged, $"the run store {store} is damaged: {e.MessageText}", e),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections =>
            new(StoreFault.Busy, $"the run store {store} is busy: {e.MessageText}", e),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled =>
            new(Away(opening), $"the run store {store} does not answer: {e.MessageText}", e),
        _ when e.SqlState.StartsWith("08", StringComparison.Ordinal) => new(Away(opening), $"the run store {store} does not answer: {e.MessageText}", e),
        _ => new(StoreFault.Other, $"the run store {store} failed: {e.MessageText}", e),
    };

    private static StoreFault Away(bool opening) => opening ? StoreFault.Unreachable : StoreFault.Away;

    private static bool Passes(Exception e) => e switch
    {
        NpgsqlException { InnerException: AggregateException several } => several.InnerExceptions.Any(Passes),
        NpgsqlException fault => fault.IsTransient,
        _ => true,
    };
}
