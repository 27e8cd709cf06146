using System.Data.Common;
using System.Globalization;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Runs in the store.</summary>
internal static class RunTable
{
    /// <summary>Last quarter of a ledger without records.</summary>
    public const int NoQuarter = -2;

    private const string Columns =
        "id, study, position, arm, replicate, seed, scenario_hash, model_version, quarters, definition, status, error, epoch, owner, last_quarter, last_hash";

    /// <summary>The run's ledger starts empty; the hash it builds on is the run's identity.</summary>
    public static Task<int> Insert(Session session, RunRow run) => session.Execute(
        $"""
        INSERT INTO va_run ({Columns}) VALUES (@id, @study, @position, @arm, @replicate, @seed, @scenario_hash, @model_version, @quarters, @definition,
            @status, @error, @epoch, @owner, @last_quarter, @last_hash)
        """,
        ("@id", run.Id), ("@study", run.Study), ("@position", run.Position), ("@arm", run.Arm), ("@replicate", (long)run.Replicate), ("@seed", (long)run.Seed),
        ("@scenario_hash", run.ScenarioHash), ("@model_version", run.ModelVersion), ("@quarters", run.Quarters), ("@definition", run.Definition),
        ("@status", StatusText.Of(run.Status)), ("@error", run.Error), ("@epoch", run.Epoch), ("@owner", run.Owner), ("@last_quarter", NoQuarter),
        ("@last_hash", HashChain.Identity(run.ScenarioHash, run.Seed, run.Replicate, run.ModelVersion)));

    public static async Task<RunRow?> Find(Session session, string run) =>
        (await session.Query(Row, $"SELECT {Columns} FROM va_run WHERE id = @id", ("@id", run)).ConfigureAwait(false)).SingleOrDefault();

    public static Task<List<RunRow>> OfStudy(Session session, string study) =>
        session.Query(Row, $"SELECT {Columns} FROM va_run WHERE study = @study ORDER BY position", ("@study", study));

    public static Task<List<RunRow>> All(Session session)
    {
        var columns = string.Join(", ", Columns.Split(", ").Select(c => $"r.{c}"));
        return session.Query(Row, $"SELECT {columns} FROM va_run r JOIN va_study s ON s.id = r.study ORDER BY s.created_utc_ticks DESC, s.id DESC, r.position");
    }

    public static Task<List<RunAtWork>> AtWork(Session session, string study) => session.Query(
        row => new RunAtWork(row.GetString(0), row.IsDBNull(1) ? null : QuarterRemarks.Read(row.GetString(1))),
        """
        SELECT r.id, q.remarks FROM va_run r LEFT JOIN va_record q ON q.run = r.id AND q.quarter = r.last_quarter
        WHERE r.study = @study AND r.status = @running ORDER BY r.position
        """,
        ("@study", study), ("@running", StatusText.Of(RunStatus.Running)));

    /// <summary>The new epoch, or null if there is no such run that is queued or running.</summary>
    public static async Task<long?> Take(Session session, string run, string owner)
    {
        var epoch = await session.Scalar(
            "UPDATE va_run SET epoch = epoch + 1, owner = @owner, status = @running, error = NULL WHERE id = @id AND status IN (@queued, @running) RETURNING epoch",
            ("@owner", owner), ("@running", StatusText.Of(RunStatus.Running)), ("@id", run), ("@queued", StatusText.Of(RunStatus.Queued))).ConfigureAwait(false);
        return epoch is null ? null : Convert.ToInt64(epoch, CultureInfo.InvariantCulture);
    }

    public static async Task<bool> SetStatus(Session session, string run, long epoch, RunStatus status, string? error)
    {
        var set = await session.Execute(
            "UPDATE va_run SET status = @status, error = @error WHERE id = @id AND epoch = @epoch",
            ("@status", StatusText.Of(status)), ("@error", error), ("@id", run), ("@epoch", epoch)).ConfigureAwait(false) == 1;
        if (set && status == RunStatus.Completed) await CheckpointTable.Drop(session, run).ConfigureAwait(false);
        return set;
    }

    private static RunRow Row(DbDataReader row)
    {
        var last = (int)row.GetInt64(14);
        return new RunRow(
            row.GetString(0), row.GetString(1), (int)row.GetInt64(2), row.GetString(3), (uint)row.GetInt64(4), (uint)row.GetInt64(5), row.GetString(6), row.GetString(7),
            (int)row.GetInt64(8), (byte[])row.GetValue(9), StatusText.Read(row.GetString(10)), row.IsDBNull(11) ? null : row.GetString(11), row.GetInt64(12),
            row.GetString(13), last, last == NoQuarter ? null : HashChain.Show((byte[])row.GetValue(15)));
    }
}
