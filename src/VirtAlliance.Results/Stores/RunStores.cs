using System.Data.Common;
using Microsoft.Data.Sqlite;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>How much a commit to a SQLite file survives. What one to PostgreSQL survives is a setting of the server's (<c>synchronous_commit</c>), by default the loss of power.</summary>
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
    /// <param name="place">A SQLite file, made with its folder if it is missing, or the address of a PostgreSQL database that is there.</param>
    /// <param name="durability">What a commit survives.</param>
    /// <exception cref="RunStoreException">It cannot be used; the message says why and is meant for users.</exception>
    public static IRunStore Open(string place, Durability durability = Durability.ProcessLoss) =>
        IsPostgres(place) ? PostgresRunStore.Open(PostgresAddress.Parse(place)) : SqliteRunStore.Open(place, durability);

    /// <summary>Connections of its own to an open store's database.</summary>
    /// <exception cref="RunStoreException">The address cannot be understood.</exception>
    public static DbDataSource Database(string place) => IsPostgres(place)
        ? PostgresAddress.Parse(place).Open()
        : SqliteFactory.Instance.CreateDataSource(new SqliteConnectionStringBuilder { DataSource = place }.ConnectionString);

    /// <summary>True for a PostgreSQL connection string or address, false for a file.</summary>
    public static bool IsPostgres(string place) => PostgresAddress.Is(place);

    /// <summary>The place for messages and logs: without a password.</summary>
    /// <exception cref="RunStoreException">The address cannot be understood.</exception>
    public static string NameOf(string place) => IsPostgres(place) ? PostgresAddress.Parse(place).Name : place;

    /// <summary>The same for every way to write the same place; a hash of it may name files. It holds no password.</summary>
    /// <exception cref="RunStoreException">The address cannot be understood.</exception>
    public static string IdentityOf(string place) => IsPostgres(place) ? PostgresAddress.Parse(place).Identity : Path.GetFullPath(place);
}
