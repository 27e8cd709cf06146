using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Contracts.Studies;

/// <summary>Where a study stands.</summary>
/// <param name="Study">Its id.</param>
/// <param name="Version">Rises with every change; starts anew, at 1, when the study moves to another node.</param>
/// <param name="Status">Where it stands. Once it is an end, the store holds the verdicts.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Runs">How many runs it has.</param>
/// <param name="Completed">How many of them are completed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="InFlight">Those that advance now, and the last state of those that stopped with an error, in the study's order.</param>
[GenerateSerializer, Immutable, Alias("va.study-snapshot")]
public sealed record StudySnapshot(
    string Study, long Version, RunStatus Status, string? Error, int Runs, int Completed, int Failed, ImmutableArray<RunSnapshot> InFlight);
