using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Contracts.Runs;

/// <summary>Where a run stands. Everything it tells of is on disk.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Quarter">Last quarter in the ledger; −1: the opening; −2: none.</param>
/// <param name="Quarters">How many it trades.</param>
/// <param name="Digest">Hash of the last record, lower-case hex; null while there is none.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Epoch">Times it was taken.</param>
/// <param name="Retries">Calls that had to be repeated since it was last taken.</param>
/// <param name="QuartersPerSecond">Of late; 0 while nobody works on it.</param>
/// <param name="Silo">Node of its coordinator; empty while nobody works on it.</param>
/// <param name="Seats">Seats in use at the end of <paramref name="Quarter"/> per product, then none, multiplied by stands-for; empty if not known here.</param>
[GenerateSerializer, Immutable, Alias("va.run-snapshot")]
public sealed record RunSnapshot(
    string Run, RunStatus Status, int Quarter, int Quarters, string? Digest, string? Error, long Epoch, long Retries, double QuartersPerSecond, string Silo,
    ImmutableArray<long> Seats)
{
    /// <summary>True: it goes on no further by itself.</summary>
    public bool Ended => Status is not (RunStatus.Queued or RunStatus.Running);
}
