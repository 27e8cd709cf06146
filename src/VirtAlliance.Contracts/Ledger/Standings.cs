namespace VirtAlliance.Contracts.Ledger;

/// <summary>How far a study has come, without what was submitted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="CreatedUtc">When it was submitted.</param>
/// <param name="Runs">How many runs it has.</param>
/// <param name="Completed">How many of them are completed.</param>
/// <param name="Quarters">Quarters of all runs together.</param>
/// <param name="QuartersDone">How many of them are on disk.</param>
public sealed record StudyStanding(
    string Id, string Scenario, RunStatus Status, string? Error, DateTimeOffset CreatedUtc, int Runs, int Completed, long Quarters, long QuartersDone);

/// <summary>How far a run has come, without its definition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Arm">Name of the arm.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Quarters">How many it trades.</param>
/// <param name="LastQuarter">Last quarter in the ledger; −2: none, −1: the opening.</param>
/// <param name="Epoch">Times it was taken.</param>
public sealed record RunStanding(string Id, string Arm, uint Replicate, RunStatus Status, string? Error, int Quarters, int LastQuarter, long Epoch);
