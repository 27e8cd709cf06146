using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>How much a commit survives.</summary>
public enum Durability
{
    /// <summary>The end of any process at any moment (kill -9). The default.</summary>
    ProcessLoss,

    /// <summary>A loss of power too, at the price of waiting for the disk at every commit.</summary>
    PowerLoss,
}

/// <summary>Opens run stores.</summary>
public static class RunStores
{
    /// <summary>Opens the store, and creates it or brings it up to date where need be.</summary>
    /// <param name="fileOrConnectionString">A SQLite file, made with its folder if it is missing.</param>
    /// <param name="durability">What a commit survives.</param>
    /// <exception cref="RunStoreException">It cannot be used; the message says why and is meant for users.</exception>
    public static IRunStore Open(string fileOrConnectionString, Durability durability = Durability.ProcessLoss)
    {
        if (IsPostgres(fileOrConnectionString))
            throw new RunStoreException(StoreFault.Unsupported, "PostgreSQL stores are not built in yet: name a SQLite file");
        return SqliteRunStore.Open(fileOrConnectionString, durability);
    }

    /// <summary>True for a PostgreSQL connection string or address, false for a file.</summary>
    public static bool IsPostgres(string fileOrConnectionString) =>
        fileOrConnectionString.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || fileOrConnectionString.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || fileOrConnectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
