using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Decisions about studies with all of their runs. Each is made in one transaction, so nobody ever sees half of one.</summary>
internal static class WholeStudies
{
    private static readonly string
        Queued = StatusText.Of(RunStatus.Queued), Running = StatusText.Of(RunStatus.Running), Paused = StatusText.Of(RunStatus.Paused),
        Failed = StatusText.Of(RunStatus.Failed), Cancelled = StatusText.Of(RunStatus.Cancelled);

    /// <summary>Runs that were taken before and are cancelled now: with their epoch raised, whoever holds them can append no more.</summary>
    public static async Task<List<string>> Cancel(Session session, string study)
    {
        await session.Execute(
            "UPDATE va_study SET status = @cancelled, error = NULL WHERE id = @study AND status IN (@queued, @running, @paused)",
            ("@cancelled", Cancelled), ("@study", study), ("@queued", Queued), ("@running", Running), ("@paused", Paused)).ConfigureAwait(false);
        var cancelled = await session.Query(
            row => (Run: row.GetString(0), Epoch: row.GetInt64(1)),
            "UPDATE va_run SET status = @cancelled, error = NULL, epoch = epoch + 1 WHERE study = @study AND status IN (@queued, @running, @paused) RETURNING id, epoch",
            ("@cancelled", Cancelled), ("@study", study), ("@queued", Queued), ("@running", Running), ("@paused", Paused)).ConfigureAwait(false);
        return [.. cancelled.Where(c => c.Epoch > 1).Select(c => c.Run)];
    }

    public static async Task<bool> Reopen(Session session, string study, string owner)
    {
        var reopened = await session.Execute(
            "UPDATE va_study SET status = @queued, error = NULL, owner = @owner WHERE id = @study AND status IN (@paused, @cancelled, @failed)",
            ("@queued", Queued), ("@owner", owner), ("@study", study), ("@paused", Paused), ("@cancelled", Cancelled), ("@failed", Failed)).ConfigureAwait(false);
        reopened += await session.Execute(
            "UPDATE va_run SET status = @queued, error = NULL WHERE study = @study AND status IN (@paused, @cancelled, @failed)",
            ("@queued", Queued), ("@study", study), ("@paused", Paused), ("@cancelled", Cancelled), ("@failed", Failed)).ConfigureAwait(false);
        return reopened > 0;
    }

    public static async Task<int> Pause(Session session, string owner)
    {
        await session.Execute(
            "UPDATE va_run SET status = @paused WHERE status = @running AND study IN (SELECT id FROM va_study WHERE owner = @owner)",
            ("@paused", Paused), ("@running", Running), ("@owner", owner)).ConfigureAwait(false);
        await SiloTable.Forget(session, owner).ConfigureAwait(false);
        return await session.Execute(
            "UPDATE va_study SET status = @paused WHERE owner = @owner AND status IN (@queued, @running)",
            ("@paused", Paused), ("@owner", owner), ("@queued", Queued), ("@running", Running)).ConfigureAwait(false);
    }

    /// <summary>How many studies.</summary>
    public static async Task<int> Adopt(Session session, string owner, TimeSpan silence)
    {
        var adopted = await session.Execute(
            """
            UPDATE va_study SET owner = @owner, status = @queued WHERE status = @paused OR (status IN (@queued, @running) AND owner <> @owner
                AND NOT EXISTS (SELECT 1 FROM va_owner o WHERE o.id = va_study.owner AND o.beat_utc_ticks > @since))
            """,
            ("@owner", owner), ("@queued", Queued), ("@paused", Paused), ("@running", Running), ("@since", (DateTimeOffset.UtcNow - silence).UtcTicks)).ConfigureAwait(false);
        if (adopted > 0)
            await session.Execute(
                "UPDATE va_run SET status = @queued WHERE status = @paused AND study IN (SELECT id FROM va_study WHERE owner = @owner AND status = @queued)",
                ("@queued", Queued), ("@paused", Paused), ("@owner", owner)).ConfigureAwait(false);
        return adopted;
    }
}
