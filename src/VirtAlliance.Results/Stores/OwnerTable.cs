using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Which clusters work on which studies, and when they were last heard of.</summary>
internal static class OwnerTable
{
    public static Task<int> Take(Session session, string study, string owner) =>
        session.Execute("UPDATE va_study SET owner = @owner WHERE id = @id", ("@owner", owner), ("@id", study));

    public static Task<List<string>> Unfinished(Session session, string owner) => session.Query(
        row => row.GetString(0),
        "SELECT id FROM va_study WHERE owner = @owner AND status IN (@queued, @running) ORDER BY created_utc_ticks, id",
        ("@owner", owner), ("@queued", StatusText.Of(RunStatus.Queued)), ("@running", StatusText.Of(RunStatus.Running)));

    public static Task<int> Beat(Session session, string owner) => session.Execute(
        "INSERT INTO va_owner (id, beat_utc_ticks) VALUES (@id, @now) ON CONFLICT (id) DO UPDATE SET beat_utc_ticks = excluded.beat_utc_ticks",
        ("@id", owner), ("@now", DateTimeOffset.UtcNow.UtcTicks));

    public static Task<int> Adopt(Session session, string owner, TimeSpan silence) => session.Execute(
        """
        UPDATE va_study SET owner = @owner WHERE owner <> @self AND status IN (@queued, @running)
            AND NOT EXISTS (SELECT 1 FROM va_owner o WHERE o.id = va_study.owner AND o.beat_utc_ticks > @since)
        """,
        ("@owner", owner), ("@self", owner), ("@queued", StatusText.Of(RunStatus.Queued)), ("@running", StatusText.Of(RunStatus.Running)),
        ("@since", (DateTimeOffset.UtcNow - silence).UtcTicks));
}
