using Npgsql;

namespace VirtAlliance.Tests.Postgres;

/// <summary>A PostgreSQL database of a test's own, dropped afterwards: on the server that VIRTALLIANCE_TEST_POSTGRES names (its user must be allowed to create databases), else on one that is started for these tests.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>Connection string of a server to use instead of starting one.</summary>
    public const string Variable = "VIRTALLIANCE_TEST_POSTGRES";

    /// <summary>Kept: it would end when it were collected.</summary>
    private static readonly Lazy<PrivateServer> Started = new(PrivateServer.Start);

    private readonly string _server, _name;

    private PostgresDatabase(string server, string name)
    {
        (_server, _name) = (server, name);
        Place = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Why there is no server; null if there is one.</summary>
    public static string? Missing => Given is null ? PostgresPrograms.Missing is { } why ? $"{why}, and {Variable} is not set" : null : null;

    /// <summary>Its connection string.</summary>
    public string Place { get; }

    /// <param name="server">Connection string of a server; the shared one if it is null.</param>
    public static PostgresDatabase Make(string? server = null)
    {
        var database = new PostgresDatabase(server ?? Given ?? Started.Value.Place, $"va_test_{Guid.NewGuid():N}");
        Execute(database._server, $"CREATE DATABASE {database._name}");
        return database;
    }

    /// <summary>Executes a statement in it.</summary>
    public void Execute(string sql) => Execute(Place, sql);

    public ValueTask DisposeAsync()
    {
        Execute(_server, $"DROP DATABASE {_name} WITH (FORCE)");
        return ValueTask.CompletedTask;
    }

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    private static void Execute(string place, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
