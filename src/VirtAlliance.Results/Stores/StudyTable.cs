using System.Data.Common;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Studies in the store.</summary>
internal static class StudyTable
{
    private const string Columns = "id, scenario, source, status, error, owner, created_utc_ticks, result";

    /// <summary>False: it is there already, and left as it is.</summary>
    public static async Task<bool> Insert(Session session, StudyRow study) => await session.Execute(
        $"INSERT INTO va_study ({Columns}) VALUES (@id, @scenario, @source, @status, @error, @owner, @created, @result) ON CONFLICT (id) DO NOTHING",
        ("@id", study.Id), ("@scenario", study.Scenario), ("@source", study.Source), ("@status", StatusText.Of(study.Status)), ("@error", study.Error),
        ("@owner", study.Owner), ("@created", study.CreatedUtc.UtcTicks), ("@result", study.Result)).ConfigureAwait(false) == 1;

    public static async Task<StudyRow?> Find(Session session, string study) =>
        (await session.Query(Row, $"SELECT {Columns} FROM va_study WHERE id = @id", ("@id", study)).ConfigureAwait(false)).SingleOrDefault();

    public static Task<List<StudyRow>> All(Session session) =>
        session.Query(Row, $"SELECT {Columns} FROM va_study ORDER BY created_utc_ticks DESC, id DESC");

    /// <summary>False: the study is neither queued nor running.</summary>
    public static async Task<bool> SetStatus(Session session, string study, RunStatus status, string? error, string? result) => await session.Execute(
        "UPDATE va_study SET status = @status, error = @error, result = COALESCE(@result, result) WHERE id = @id AND status IN (@queued, @running)",
        ("@status", StatusText.Of(status)), ("@error", error), ("@result", result), ("@id", study),
        ("@queued", StatusText.Of(RunStatus.Queued)), ("@running", StatusText.Of(RunStatus.Running))).ConfigureAwait(false) == 1;

    private static StudyRow Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), StatusText.Read(row.GetString(3)), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5),
        new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero), row.IsDBNull(7) ? null : row.GetString(7));
}
