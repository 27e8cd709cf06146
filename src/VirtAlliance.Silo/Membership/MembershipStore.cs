using System.Data.Common;

namespace VirtAlliance.Silo.Membership;

/// <summary>A cluster's membership in two tables, in the one dialect that SQLite and PostgreSQL share.</summary>
internal sealed class MembershipStore(DbDataSource database, string clusterId)
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS membership_version (cluster TEXT PRIMARY KEY, version BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS membership (cluster TEXT NOT NULL, silo TEXT NOT NULL, row TEXT NOT NULL, alive TEXT NOT NULL, etag BIGINT NOT NULL, PRIMARY KEY (cluster, silo));
        """;

    /// <summary>Makes the tables and the cluster's version row where they are missing.</summary>
    public async Task Create()
    {
        await CreateTables();
        await Execute("INSERT INTO membership_version (cluster, version) VALUES (@cluster, 0) ON CONFLICT (cluster) DO NOTHING");
    }

    /// <summary>Makes the tables where they are missing.</summary>
    public Task CreateTables() => Execute(Schema);

    /// <summary>All rows with the table's version, of one moment; null before <see cref="Create"/>.</summary>
    public async Task<(long Version, List<(string Row, string Alive, long Etag)> Rows)?> Read(string? silo = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = Command(connection, """
            SELECT v.version, m.row, m.alive, m.etag FROM membership_version v
            LEFT JOIN membership m ON m.cluster = v.cluster AND (@silo = '' OR m.silo = @silo) WHERE v.cluster = @cluster ORDER BY m.silo
            """, ("silo", silo ?? ""));
        await using var reader = await command.ExecuteReaderAsync();
        long? version = null;
        var rows = new List<(string, string, long)>();
        while (await reader.ReadAsync())
        {
            version = reader.GetInt64(0);
            if (!await reader.IsDBNullAsync(1)) rows.Add((reader.GetString(1), reader.GetString(2), reader.GetInt64(3)));
        }
        return version is { } v ? (v, rows) : null;
    }

    /// <summary>Inserts a silo and raises the table's version, or neither.</summary>
    public Task<bool> Insert(string silo, string row, string alive, string versionEtag) => Change(
        versionEtag, "INSERT INTO membership (cluster, silo, row, alive, etag) VALUES (@cluster, @silo, @row, @alive, 0) ON CONFLICT (cluster, silo) DO NOTHING",
        ("silo", silo), ("row", row), ("alive", alive));

    /// <summary>Changes a silo's row, if it is still the one with <paramref name="etag"/>, and raises the table's version, or neither.</summary>
    public Task<bool> Update(string silo, string row, string alive, string etag, string versionEtag) => Change(
        versionEtag, "UPDATE membership SET row = @row, alive = @alive, etag = etag + 1 WHERE cluster = @cluster AND silo = @silo AND etag = @etag",
        ("silo", silo), ("row", row), ("alive", alive), ("etag", Number(etag)));

    /// <summary>Notes that a silo is alive; versions stay.</summary>
    public Task Alive(string silo, string alive) =>
        Execute("UPDATE membership SET alive = @alive WHERE cluster = @cluster AND silo = @silo", ("silo", silo), ("alive", alive));

    /// <summary>Forgets a silo.</summary>
    public Task Remove(string silo) => Execute("DELETE FROM membership WHERE cluster = @cluster AND silo = @silo", ("silo", silo));

    /// <summary>Forgets a whole cluster.</summary>
    public async Task RemoveAll(string cluster)
    {
        await Execute("DELETE FROM membership WHERE cluster = @gone", ("gone", cluster));
        await Execute("DELETE FROM membership_version WHERE cluster = @gone", ("gone", cluster));
    }

    private async Task<bool> Change(string versionEtag, string sql, params (string, object)[] values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var raise = Command(
            connection, "UPDATE membership_version SET version = version + 1 WHERE cluster = @cluster AND version = @version", ("version", Number(versionEtag)));
        raise.Transaction = transaction;
        if (await raise.ExecuteNonQueryAsync() != 1) return false;
        await using var change = Command(connection, sql, values);
        change.Transaction = transaction;
        if (await change.ExecuteNonQueryAsync() != 1) return false;
        await transaction.CommitAsync();
        return true;
    }

    private async Task Execute(string sql, params (string, object)[] values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values.Append(("cluster", clusterId)).Where(v => sql.Contains("@" + v.Item1, StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static long Number(string etag) => long.TryParse(etag, out var number) ? number : -1;
}
