using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>A status as the store and the console's JSON write it.</summary>
public static class StatusText
{
    /// <summary>In lower case.</summary>
    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Queued => "queued",
        RunStatus.Running => "running",
        RunStatus.Paused => "paused",
        RunStatus.Completed => "completed",
        RunStatus.Failed => "failed",
        RunStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    /// <exception cref="RunStoreException">The text names no status.</exception>
    internal static RunStatus Read(string text) =>
        Enum.GetValues<RunStatus>().Where(status => Of(status) == text).Select(status => (RunStatus?)status).FirstOrDefault()
        ?? throw new RunStoreException(StoreFault.Damaged, $"the run store has a status '{text}' that this program does not know");
}
