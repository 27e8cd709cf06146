using System.Data.Common;

namespace VirtAlliance.Results.Stores;

/// <summary>A connection with the commands that were prepared on it, and the transaction they run in.</summary>
internal sealed class Session(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private DbTransaction? _transaction;

    /// <summary>Does <paramref name="work"/> in one transaction; nothing of it remains if it throws.</summary>
    public async Task<T> Transact<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        _transaction = transaction;
        try
        {
            var result = await work(this).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>Rows touched.</summary>
    public Task<int> Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteNonQueryAsync();

    /// <summary>Rows touched by each statement, in order; sent together where the database takes that.</summary>
    public async Task<int[]> ExecuteAll(IReadOnlyList<Statement> statements)
    {
        var touched = new int[statements.Count];
        if (!connection.CanCreateBatch)
        {
            for (var i = 0; i < touched.Length; i++) touched[i] = await Execute(statements[i].Sql, statements[i].Values).ConfigureAwait(false);
            return touched;
        }
        await using var batch = connection.CreateBatch();
        batch.Transaction = _transaction;
        foreach (var statement in statements) Add(batch, statement);
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        for (var i = 0; i < touched.Length; i++) touched[i] = batch.BatchCommands[i].RecordsAffected;
        return touched;
    }

    /// <summary>The first column of the first row; null if there is none.</summary>
    public async Task<object?> Scalar(string sql, params (string Name, object? Value)[] values)
    {
        var found = await Command(sql, values).ExecuteScalarAsync().ConfigureAwait(false);
        return found is DBNull ? null : found;
    }

    /// <summary>All rows.</summary>
    public async Task<List<T>> Query<T>(Func<DbDataReader, T> row, string sql, params (string Name, object? Value)[] values)
    {
        await using var reader = await Command(sql, values).ExecuteReaderAsync().ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync().ConfigureAwait(false)) rows.Add(row(reader));
        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private static void Add(DbBatch batch, Statement statement)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = statement.Sql;
        foreach (var (name, value) in statement.Values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        batch.BatchCommands.Add(command);
    }

    private DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command)) _prepared.Add(sql, command = Prepare(sql, values));
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        return command;
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, _) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}

/// <summary>A statement with its values.</summary>
internal readonly record struct Statement(string Sql, params (string Name, object? Value)[] Values);
