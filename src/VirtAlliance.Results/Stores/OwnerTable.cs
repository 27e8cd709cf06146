using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Which clusters work on which studies.</summary>
internal static class OwnerTable
{
    public static Task<int> Take(Session session, string study, string owner) =>
        session.Execute("UPDATE va_study SET owner = @owner WHERE id = @id", ("@owner", owner), ("@id", study));

    public static Task<List<string>> Unfinished(Session session, string owner) => session.Query(
        row => row.GetString(0),
        "SELECT id FROM va_study WHERE owner = @owner AND status IN (@queued, @running) ORDER BY created_utc_ticks, id",
        ("@owner", owner), ("@queued", StatusText.Of(RunStatus.Queued)), ("@running", StatusText.Of(RunStatus.Running)));
}
