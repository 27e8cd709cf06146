using System.Data.Common;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Records of ledgers in the store.</summary>
internal static class RecordTable
{
    private const string Columns = "run, epoch, quarter, previous_hash, hash, payload, remarks";

    /// <summary>Holds a run against everybody else until the transaction ends, and moves its head to the entry if that is the next link and its epoch still holds.</summary>
    private const string Move = """
        UPDATE va_run SET last_quarter = @quarter, last_hash = @hash
        WHERE id = @run AND epoch = @epoch AND last_quarter = @quarter - 1 AND last_hash = @previous
        """;

    /// <summary>Keeps the entry if its run's head is at it.</summary>
    private const string Keep = $"""
        INSERT INTO va_record ({Columns}) SELECT @run, @epoch, @quarter, @previous, @hash, @payload, @remarks
        FROM va_run WHERE id = @run AND epoch = @epoch AND last_quarter = @quarter AND last_hash = @hash ON CONFLICT (run, quarter) DO NOTHING
        """;

    /// <summary>Appends each entry that is the next link of its run's chain and whose epoch still holds.</summary>
    public static async Task<AppendOutcome[]> Append(Session session, IReadOnlyList<LedgerEntry> entries)
    {
        var touched = await session.ExecuteAll([.. entries.SelectMany(Statements)]).ConfigureAwait(false);
        var outcomes = new AppendOutcome[entries.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = touched[2 * i] == 1 ? AppendOutcome.Committed : await WhyNot(session, entries[i]).ConfigureAwait(false);
        return outcomes;
    }

    public static async Task<LedgerEntry?> Last(Session session, string run) => (await session.Query(
        Row, $"SELECT {Columns} FROM va_record WHERE run = @run ORDER BY quarter DESC LIMIT 1", ("@run", run)).ConfigureAwait(false)).SingleOrDefault();

    public static Task<List<LedgerEntry>> Page(Session session, string run, int from, int to, int limit) => session.Query(
        Row, $"SELECT {Columns} FROM va_record WHERE run = @run AND quarter BETWEEN @from AND @to ORDER BY quarter LIMIT @limit",
        ("@run", run), ("@from", from), ("@to", to), ("@limit", limit));

    private static Statement[] Statements(LedgerEntry e) =>
    [
        new(Move, ("@run", e.Run), ("@epoch", e.Epoch), ("@quarter", e.Quarter), ("@hash", e.Hash), ("@previous", e.PreviousHash)),
        new(Keep, ("@run", e.Run), ("@epoch", e.Epoch), ("@quarter", e.Quarter), ("@hash", e.Hash), ("@previous", e.PreviousHash), ("@payload", e.Payload), ("@remarks", e.Remarks)),
    ];

    private static async Task<AppendOutcome> WhyNot(Session session, LedgerEntry entry)
    {
        var epoch = await session.Scalar("SELECT epoch FROM va_run WHERE id = @run", ("@run", entry.Run)).ConfigureAwait(false);
        if (epoch is not long held || held != entry.Epoch) return AppendOutcome.Fenced;
        var there = await session.Scalar(
            "SELECT hash FROM va_record WHERE run = @run AND quarter = @quarter", ("@run", entry.Run), ("@quarter", entry.Quarter)).ConfigureAwait(false);
        return there is byte[] hash && hash.AsSpan().SequenceEqual(entry.Hash) ? AppendOutcome.Committed : AppendOutcome.Conflict;
    }

    private static LedgerEntry Row(DbDataReader row) => new(
        row.GetString(0), row.GetInt64(1), (int)row.GetInt64(2), (byte[])row.GetValue(3), (byte[])row.GetValue(4), (byte[])row.GetValue(5),
        row.IsDBNull(6) ? null : row.GetString(6));
}
