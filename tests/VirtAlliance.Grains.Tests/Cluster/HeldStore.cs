using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Grains.Tests.Cluster;

/// <summary>A run store that can be told to keep records waiting, so that a run stands still where a test wants it.</summary>
public sealed class HeldStore(IRunStore store) : IRunStore
{
    /// <summary>What is done to checkpoints before somebody gets them.</summary>
    public Func<BlockCheckpoint, BlockCheckpoint> Damage { get; set; } = kept => kept;

    /// <summary>How many were found.</summary>
    public int CheckpointsFound { get; private set; }

    private TaskCompletionSource _open = Opened();
    private int _from = int.MaxValue;

    /// <summary>Records of this quarter and later ones wait from now on.</summary>
    public void HoldFrom(int quarter)
    {
        _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _from = quarter;
    }

    /// <summary>Lets them pass.</summary>
    public void Release()
    {
        _from = int.MaxValue;
        _open.TrySetResult();
    }

    public async Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation = default)
    {
        var passing = entries.Where(e => e.Quarter < _from).ToArray();
        if (passing.Length < entries.Count)
        {
            if (passing.Length > 0) await store.Append(passing, cancellation);
            await _open.Task;
        }
        return await store.Append(entries, cancellation);
    }

    public Task KeepCheckpoint(BlockCheckpoint kept, CancellationToken cancellation = default) => store.KeepCheckpoint(kept, cancellation);

    public async Task<BlockCheckpoint?> FindCheckpoint(string run, string block, CancellationToken cancellation = default)
    {
        if (await store.FindCheckpoint(run, block, cancellation) is not { } kept) return null;
        CheckpointsFound++;
        return Damage(kept);
    }

    public Task<IReadOnlyList<StudyStanding>> Standings(int atMost, CancellationToken cancellation = default) => store.Standings(atMost, cancellation);

    public Task<IReadOnlyList<RunStanding>> RunStandings(string study, CancellationToken cancellation = default) => store.RunStandings(study, cancellation);

    public Task AddSpans(IReadOnlyList<SpanRow> spans, CancellationToken cancellation = default) => store.AddSpans(spans, cancellation);

    public Task<IReadOnlyList<SpanRow>> TracedQuarters(string run, CancellationToken cancellation = default) => store.TracedQuarters(run, cancellation);

    public Task<IReadOnlyList<SpanRow>> Spans(string trace, CancellationToken cancellation = default) => store.Spans(trace, cancellation);

    public Task Create(StudyRow study, IReadOnlyList<RunRow> runs, CancellationToken cancellation = default) => store.Create(study, runs, cancellation);

    public Task<StudyRow?> FindStudy(string study, CancellationToken cancellation = default) => store.FindStudy(study, cancellation);

    public Task<IReadOnlyList<StudyRow>> ListStudies(CancellationToken cancellation = default) => store.ListStudies(cancellation);

    public Task<RunRow?> FindRun(string run, CancellationToken cancellation = default) => store.FindRun(run, cancellation);

    public Task<IReadOnlyList<RunRow>> ListRuns(string? study = null, CancellationToken cancellation = default) => store.ListRuns(study, cancellation);

    public Task<long?> Take(string run, string owner, CancellationToken cancellation = default) => store.Take(run, owner, cancellation);

    public Task<LedgerEntry?> Last(string run, CancellationToken cancellation = default) => store.Last(run, cancellation);

    public IAsyncEnumerable<LedgerEntry> Entries(string run, int from = -1, int to = int.MaxValue, CancellationToken cancellation = default) =>
        store.Entries(run, from, to, cancellation);

    public Task<bool> SetStatus(string run, long epoch, RunStatus status, string? error = null, CancellationToken cancellation = default) =>
        store.SetStatus(run, epoch, status, error, cancellation);

    public Task<bool> SetStudyStatus(string study, RunStatus status, string? error = null, string? result = null, CancellationToken cancellation = default) =>
        store.SetStudyStatus(study, status, error, result, cancellation);

    public Task<IReadOnlyList<string>> Cancel(string study, CancellationToken cancellation = default) => store.Cancel(study, cancellation);

    public Task<bool> Reopen(string study, string owner, CancellationToken cancellation = default) => store.Reopen(study, owner, cancellation);

    public Task Pause(string owner, CancellationToken cancellation = default) => store.Pause(owner, cancellation);

    public Task TakeStudy(string study, string owner, CancellationToken cancellation = default) => store.TakeStudy(study, owner, cancellation);

    public Task<IReadOnlyList<string>> Unfinished(string owner, CancellationToken cancellation = default) => store.Unfinished(owner, cancellation);

    public Task Beat(SiloBeat silo, CancellationToken cancellation = default) => store.Beat(silo, cancellation);

    public Task<IReadOnlyList<HeardSilo>> Heard(string cluster, CancellationToken cancellation = default) => store.Heard(cluster, cancellation);

    public Task<IReadOnlyList<RunAtWork>> AtWork(string study, CancellationToken cancellation = default) => store.AtWork(study, cancellation);

    public Task<int> Adopt(string owner, TimeSpan silence, CancellationToken cancellation = default) => store.Adopt(owner, silence, cancellation);

    public ValueTask DisposeAsync()
    {
        Release();
        return store.DisposeAsync();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
