namespace VirtAlliance.Contracts.Ledger;

/// <summary>Where studies, runs and their ledgers are kept: a SQLite file or a PostgreSQL database.</summary>
/// <remarks>Every call is safe to repeat. Nothing here knows the model: records are opaque bytes with their hashes.</remarks>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>Keeps a study with its runs, all or nothing. A study that is already there is left as it is.</summary>
    Task Create(StudyRow study, IReadOnlyList<RunRow> runs, CancellationToken cancellation = default);

    /// <summary>The study, or null.</summary>
    Task<StudyRow?> FindStudy(string study, CancellationToken cancellation = default);

    /// <summary>All studies, the latest first.</summary>
    Task<IReadOnlyList<StudyRow>> ListStudies(CancellationToken cancellation = default);

    /// <summary>The run, or null.</summary>
    Task<RunRow?> FindRun(string run, CancellationToken cancellation = default);

    /// <summary>Runs of a study in the order of arms and replicates; of all studies, the latest first, if <paramref name="study"/> is null.</summary>
    Task<IReadOnlyList<RunRow>> ListRuns(string? study = null, CancellationToken cancellation = default);

    /// <summary>Takes over a run that is queued or running: sets it running, raises its epoch by one, names the owner, and returns the new epoch. Whoever held an older one can append no more.</summary>
    /// <returns>Null: there is no such run, or it is not to be worked on.</returns>
    Task<long?> Take(string run, string owner, CancellationToken cancellation = default);

    /// <summary>Appends entries of any runs in one transaction, each fenced by its epoch; tells per entry what became of it.</summary>
    Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation = default);

    /// <summary>The last entry of a run's ledger, or null if it has none.</summary>
    Task<LedgerEntry?> Last(string run, CancellationToken cancellation = default);

    /// <summary>Entries from one quarter to another, both included, in order; −1 is the opening.</summary>
    IAsyncEnumerable<LedgerEntry> Entries(string run, int from = -1, int to = int.MaxValue, CancellationToken cancellation = default);

    /// <summary>Sets a run's status, if the epoch is still its own; false if not.</summary>
    Task<bool> SetStatus(string run, long epoch, RunStatus status, string? error = null, CancellationToken cancellation = default);

    /// <summary>Sets status and error of a study that is queued or running; the result too, unless it is null. False: it is neither, and stays as it is.</summary>
    Task<bool> SetStudyStatus(string study, RunStatus status, string? error = null, string? result = null, CancellationToken cancellation = default);

    /// <summary>Cancels a study and all of its runs that have not ended, as one: from then on no record of theirs is appended, whoever works on them.</summary>
    /// <returns>The runs that somebody may be at work on.</returns>
    Task<IReadOnlyList<string>> Cancel(string study, CancellationToken cancellation = default);

    /// <summary>Queues again what of a study was paused, cancelled or failed; a study that had stopped goes to <paramref name="owner"/>. False: nothing of it had stopped.</summary>
    Task<bool> Reopen(string study, string owner, CancellationToken cancellation = default);

    /// <summary>Pauses the unfinished studies of a cluster that stops: whoever adopts next takes them up at once.</summary>
    Task Pause(string owner, CancellationToken cancellation = default);

    /// <summary>Names the cluster that works on a study from now on.</summary>
    Task TakeStudy(string study, string owner, CancellationToken cancellation = default);

    /// <summary>Ids of the studies that the owner works on and that are queued or running, the oldest first.</summary>
    Task<IReadOnlyList<string>> Unfinished(string owner, CancellationToken cancellation = default);

    /// <summary>Keeps what a silo says of itself, and thereby its cluster's studies from being adopted.</summary>
    Task Beat(SiloBeat silo, CancellationToken cancellation = default);

    /// <summary>The last words of a cluster's silos, by name.</summary>
    Task<IReadOnlyList<HeardSilo>> Heard(string cluster, CancellationToken cancellation = default);

    /// <summary>A study's running runs, in its order.</summary>
    Task<IReadOnlyList<RunAtWork>> AtWork(string study, CancellationToken cancellation = default);

    /// <summary>How far the latest studies have come, the latest first.</summary>
    Task<IReadOnlyList<StudyStanding>> Standings(int atMost, CancellationToken cancellation = default);

    /// <summary>How far a study's runs have come, in its order.</summary>
    Task<IReadOnlyList<RunStanding>> RunStandings(string study, CancellationToken cancellation = default);

    /// <summary>Gives <paramref name="owner"/> all paused studies, and the queued and running ones of clusters that have not been heard of for so long; returns how many.</summary>
    Task<int> Adopt(string owner, TimeSpan silence, CancellationToken cancellation = default);

    /// <summary>Keeps a block's checkpoint instead of the one before, as long as its run is running.</summary>
    Task KeepCheckpoint(BlockCheckpoint kept, CancellationToken cancellation = default);

    /// <summary>A block's last checkpoint, or null.</summary>
    Task<BlockCheckpoint?> FindCheckpoint(string run, string block, CancellationToken cancellation = default);

    /// <summary>Keeps spans of traces; one that is there already is left as it is.</summary>
    Task AddSpans(IReadOnlyList<SpanRow> spans, CancellationToken cancellation = default);

    /// <summary>Roots of the traces of a run's quarters, by quarter; of one that was tried again the tries in their order.</summary>
    Task<IReadOnlyList<SpanRow>> TracedQuarters(string run, CancellationToken cancellation = default);

    /// <summary>All spans of a trace, by their beginnings.</summary>
    Task<IReadOnlyList<SpanRow>> Spans(string trace, CancellationToken cancellation = default);
}

/// <summary>Where a run or study stands.</summary>
[GenerateSerializer]
public enum RunStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Advances.</summary>
    Running,

    /// <summary>Stopped for now; goes on when resumed.</summary>
    Paused,

    /// <summary>All its quarters are in the ledger.</summary>
    Completed,

    /// <summary>Stopped by an error.</summary>
    Failed,

    /// <summary>Stopped by its user.</summary>
    Cancelled,
}

/// <summary>A study: one submission of a scenario.</summary>
/// <param name="Id">Unique in the store.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Source">Everything needed to read the scenario again as it was: its file, overrides and options, as JSON.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Owner">The cluster that works on it.</param>
/// <param name="CreatedUtc">When it was submitted.</param>
/// <param name="Result">Verdicts of its claims, as JSON; null while there are none.</param>
public sealed record StudyRow(
    string Id, string Scenario, string Source, RunStatus Status, string? Error, string Owner, DateTimeOffset CreatedUtc, string? Result = null);

/// <summary>One arm of a study under one replicate.</summary>
/// <param name="Id">Unique in the store.</param>
/// <param name="Study">Its study.</param>
/// <param name="Position">Its place in the study, from 0.</param>
/// <param name="Arm">Name of the arm.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Seed">Of its draws.</param>
/// <param name="ScenarioHash">Of the canonical expanded scenario, lower-case hex.</param>
/// <param name="ModelVersion">Of the program that started it.</param>
/// <param name="Quarters">How many it trades.</param>
/// <param name="Definition">The canonical run definition, JSON in UTF-8.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Epoch">Times it was taken.</param>
/// <param name="Owner">The cluster that works on it.</param>
/// <param name="LastQuarter">Last quarter in the ledger; −2: none, −1: the opening.</param>
/// <param name="Digest">Hash of the last record, lower-case hex; null while there is none.</param>
public sealed record RunRow(
    string Id, string Study, int Position, string Arm, uint Replicate, uint Seed, string ScenarioHash, string ModelVersion, int Quarters,
    byte[] Definition, RunStatus Status, string? Error, long Epoch, string Owner, int LastQuarter, string? Digest);

/// <summary>A record of a run's ledger.</summary>
/// <param name="Run">Whose.</param>
/// <param name="Epoch">Of the coordinator that wrote it.</param>
/// <param name="Quarter">−1 for the opening.</param>
/// <param name="PreviousHash">SHA-256 of the record before; of the run's identity for the opening.</param>
/// <param name="Hash">SHA-256 of previous hash and payload.</param>
/// <param name="Payload">The canonical record.</param>
/// <param name="Remarks">What is kept beside it and not hashed (trace id, times, retries), as JSON; null: nothing.</param>
public sealed record LedgerEntry(string Run, long Epoch, int Quarter, byte[] PreviousHash, byte[] Hash, byte[] Payload, string? Remarks = null);

/// <summary>What became of an appended entry.</summary>
public enum AppendOutcome
{
    /// <summary>It is in the ledger (or was already, equal).</summary>
    Committed,

    /// <summary>Its epoch is no longer the run's.</summary>
    Fenced,

    /// <summary>Another record stands in its place, or the one before it is missing or differs.</summary>
    Conflict,
}
