using System.Data.Common;

namespace VirtAlliance.Silo.Membership;

/// <summary>A cluster's membership in two tables of the run store, in the one dialect that SQLite and PostgreSQL share. The store makes them when it is opened.</summary>
internal sealed class MembershipStore(DbDataSource database, string clusterId)
{
    /// <summary>Makes the cluster's version row where it is missing.</summary>
    public Task Create() => Execute("INSERT INTO va_membership_version (cluster, version) VALUES (@cluster, 0) ON CONFLICT (cluster) DO NOTHING");

    /// <summary>All rows with the table's version, of one moment; null before <see cref="Create"/>.</summary>
    public async Task<(long Version, List<(string Row, string Alive, long Etag)> Rows)?> Read(string? silo = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = Command(connection, """
            SELECT v.version, m.entry, m.alive, m.etag FROM va_membership_version v
            LEFT JOIN va_membership m ON m.cluster = v.cluster AND (@silo = '' OR m.silo = @silo) WHERE v.cluster = @cluster ORDER BY m.silo
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
        versionEtag, "INSERT INTO va_membership (cluster, silo, entry, alive, etag) VALUES (@cluster, @silo, @entry, @alive, 0) ON CONFLICT (cluster, silo) DO NOTHING",
        ("silo", silo), ("entry", row), ("alive", alive));

    /// <summary>Changes a silo's row, if it is still the one with <paramref name="etag"/>, and raises the table's version, or neither.</summary>
    public Task<bool> Update(string silo, string row, string alive, string etag, string versionEtag) => Change(
        versionEtag, "UPDATE va_membership SET entry = @entry, alive = @alive, etag = etag + 1 WHERE cluster = @cluster AND silo = @silo AND etag = @etag",
        ("silo", silo), ("entry", row), ("alive", alive), ("etag", Number(etag)));

    /// <summary>Notes that a silo is alive; versions stay.</summary>
    public Task Alive(string silo, string alive) =>
        Execute("UPDATE va_membership SET alive = @alive WHERE cluster = @cluster AND silo = @silo", ("silo", silo), ("alive", alive));

    /// <summary>Forgets a silo.</summary>
    public Task Remove(string silo) => Execute("DELETE FROM va_membership WHERE cluster = @cluster AND silo = @silo", ("silo", silo));

    /// <summary>Forgets a whole cluster.</summary>
    public async Task RemoveAll(string cluster)
    {
        await Execute("DELETE FROM va_membership WHERE cluster = @gone", ("gone", cluster));
        await Execute("DELETE FROM va_membership_version WHERE cluster = @gone", ("gone", cluster));
    }

    private async Task<bool> Change(string versionEtag, string sql, params (string, object)[] values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var raise = Command(
            connection, "UPDATE va_membership_version SET version = version + 1 WHERE cluster = @cluster AND version = @version", ("version", Number(versionEtag)));
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
