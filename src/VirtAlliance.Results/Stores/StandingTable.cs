using System.Data.Common;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>How far studies and runs have come, read without the texts and definitions that make their rows long.</summary>
internal static class StandingTable
{
    public static Task<List<StudyStanding>> Studies(Session session, int atMost) => session.Query(
        Study,
        """
        SELECT s.id, s.scenario, s.status, s.error, s.created_utc_ticks, COUNT(*), CAST(SUM(CASE WHEN r.status = @completed THEN 1 ELSE 0 END) AS BIGINT),
            CAST(SUM(r.quarters) AS BIGINT), CAST(SUM(CASE WHEN r.last_quarter < 0 THEN 0 ELSE r.last_quarter + 1 END) AS BIGINT)
        FROM (SELECT id, scenario, status, error, created_utc_ticks FROM va_study ORDER BY created_utc_ticks DESC, id DESC LIMIT @most) s JOIN va_run r ON r.study = s.id
        GROUP BY s.id, s.scenario, s.status, s.error, s.created_utc_ticks ORDER BY s.created_utc_ticks DESC, s.id DESC
        """,
        ("@completed", StatusText.Of(RunStatus.Completed)), ("@most", (long)atMost));

    public static Task<List<RunStanding>> Runs(Session session, string study) => session.Query(
        Run, "SELECT id, arm, replicate, status, error, quarters, last_quarter, epoch FROM va_run WHERE study = @study ORDER BY position", ("@study", study));

    private static StudyStanding Study(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), StatusText.Read(row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        (int)row.GetInt64(5), (int)row.GetInt64(6), row.GetInt64(7), row.GetInt64(8));

    private static RunStanding Run(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), (uint)row.GetInt64(2), StatusText.Read(row.GetString(3)), row.IsDBNull(4) ? null : row.GetString(4), (int)row.GetInt64(5),
        (int)row.GetInt64(6), row.GetInt64(7));
}
