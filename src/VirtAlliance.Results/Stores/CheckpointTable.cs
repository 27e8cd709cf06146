using System.Data.Common;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>The last checkpoint of each block of the runs at work.</summary>
internal static class CheckpointTable
{
    public static async Task<bool> Keep(Session session, BlockCheckpoint kept) => await session.Execute(
        """
        INSERT INTO va_checkpoint (run, block, quarter, conditions_hash, columns, columns_hash)
        SELECT @run, @block, @quarter, @conditions_hash, @columns, @columns_hash FROM va_run WHERE id = @run AND status = @running
        ON CONFLICT (run, block) DO UPDATE SET
            quarter = excluded.quarter, conditions_hash = excluded.conditions_hash, columns = excluded.columns, columns_hash = excluded.columns_hash
        """,
        ("@run", kept.Run), ("@block", kept.Block), ("@quarter", kept.Quarter), ("@conditions_hash", kept.ConditionsHash), ("@columns", kept.Columns),
        ("@columns_hash", kept.ColumnsHash), ("@running", StatusText.Of(RunStatus.Running))).ConfigureAwait(false) == 1;

    public static async Task<BlockCheckpoint?> Find(Session session, string run, string block) => (await session.Query(
        Row, "SELECT run, block, quarter, conditions_hash, columns, columns_hash FROM va_checkpoint WHERE run = @run AND block = @block",
        ("@run", run), ("@block", block)).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>A run that is completed needs none any more.</summary>
    public static Task<int> Drop(Session session, string run) => session.Execute("DELETE FROM va_checkpoint WHERE run = @run", ("@run", run));

    private static BlockCheckpoint Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), (int)row.GetInt64(2), (byte[])row.GetValue(3), (byte[])row.GetValue(4), (byte[])row.GetValue(5));
}
