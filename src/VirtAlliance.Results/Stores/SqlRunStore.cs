using System.Runtime.CompilerServices;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>A run store in SQL; a dialect adds how sessions are had and what their errors mean.</summary>
internal abstract class SqlRunStore : IRunStore
{
    private const int EntriesAtOnce = 64;

    /// <summary>Outside a transaction, in any number at once.</summary>
    protected abstract Task<T> Read<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    /// <summary>In one transaction that sees all that was committed before it.</summary>
    protected abstract Task<T> Write<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    /// <inheritdoc/>
    public Task Create(StudyRow study, IReadOnlyList<RunRow> runs, CancellationToken cancellation = default) => Write(async session =>
    {
        if (!await StudyTable.Insert(session, study).ConfigureAwait(false)) return false;
        foreach (var run in runs) await RunTable.Insert(session, run).ConfigureAwait(false);
        return true;
    }, cancellation);

    /// <inheritdoc/>
    public Task<StudyRow?> FindStudy(string study, CancellationToken cancellation = default) => Read(session => StudyTable.Find(session, study), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StudyRow>> ListStudies(CancellationToken cancellation = default) =>
        await Read(StudyTable.All, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<RunRow?> FindRun(string run, CancellationToken cancellation = default) => Read(session => RunTable.Find(session, run), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunRow>> ListRuns(string? study = null, CancellationToken cancellation = default) =>
        await Read(session => study is null ? RunTable.All(session) : RunTable.OfStudy(session, study), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<long?> Take(string run, string owner, CancellationToken cancellation = default) =>
        Write(session => RunTable.Take(session, run, owner), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation = default) =>
        await Write(session => RecordTable.Append(session, entries), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<LedgerEntry?> Last(string run, CancellationToken cancellation = default)
    {
        var last = await Read(session => RecordTable.Last(session, run), cancellation).ConfigureAwait(false);
        return last is null ? null : DamagedRecordException.Check(last);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> Entries(string run, int from = -1, int to = int.MaxValue, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            var start = from;
            var page = await Read(session => RecordTable.Page(session, run, start, to, EntriesAtOnce), cancellation).ConfigureAwait(false);
            foreach (var entry in page) yield return DamagedRecordException.Check(entry);
            if (page.Count < EntriesAtOnce) yield break;
            from = page[^1].Quarter + 1;
        }
    }

    /// <inheritdoc/>
    public Task<bool> SetStatus(string run, long epoch, RunStatus status, string? error = null, CancellationToken cancellation = default) =>
        Write(session => RunTable.SetStatus(session, run, epoch, status, error), cancellation);

    /// <inheritdoc/>
    public Task<bool> SetStudyStatus(string study, RunStatus status, string? error = null, string? result = null, CancellationToken cancellation = default) =>
        Write(session => StudyTable.SetStatus(session, study, status, error, result), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Cancel(string study, CancellationToken cancellation = default) =>
        await Write(session => WholeStudies.Cancel(session, study), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<bool> Reopen(string study, string owner, CancellationToken cancellation = default) =>
        Write(session => WholeStudies.Reopen(session, study, owner), cancellation);

    /// <inheritdoc/>
    public Task Pause(string owner, CancellationToken cancellation = default) => Write(session => WholeStudies.Pause(session, owner), cancellation);

    /// <inheritdoc/>
    public Task TakeStudy(string study, string owner, CancellationToken cancellation = default) =>
        Write(session => OwnerTable.Take(session, study, owner), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Unfinished(string owner, CancellationToken cancellation = default) =>
        await Read(session => OwnerTable.Unfinished(session, owner), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task Beat(SiloBeat silo, CancellationToken cancellation = default) => Write(session => SiloTable.Beat(session, silo), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeardSilo>> Heard(string cluster, CancellationToken cancellation = default) =>
        await Read(session => SiloTable.Heard(session, cluster), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunAtWork>> AtWork(string study, CancellationToken cancellation = default) =>
        await Read(session => RunTable.AtWork(session, study), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StudyStanding>> Standings(int atMost, CancellationToken cancellation = default) =>
        await Read(session => StandingTable.Studies(session, atMost), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunStanding>> RunStandings(string study, CancellationToken cancellation = default) =>
        await Read(session => StandingTable.Runs(session, study), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<int> Adopt(string owner, TimeSpan silence, CancellationToken cancellation = default) =>
        Write(session => WholeStudies.Adopt(session, owner, silence), cancellation);

    /// <inheritdoc/>
    public Task KeepCheckpoint(BlockCheckpoint kept, CancellationToken cancellation = default) => Write(session => CheckpointTable.Keep(session, kept), cancellation);

    /// <inheritdoc/>
    public Task<BlockCheckpoint?> FindCheckpoint(string run, string block, CancellationToken cancellation = default) =>
        Read(session => CheckpointTable.Find(session, run, block), cancellation);

    /// <inheritdoc/>
    public Task AddSpans(IReadOnlyList<SpanRow> spans, CancellationToken cancellation = default) => Write(async session =>
    {
        foreach (var span in spans) await SpanTable.Insert(session, span).ConfigureAwait(false);
        return true;
    }, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpanRow>> TracedQuarters(string run, CancellationToken cancellation = default) =>
        await Read(session => SpanTable.Quarters(session, run), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpanRow>> Spans(string trace, CancellationToken cancellation = default) =>
        await Read(session => SpanTable.OfTrace(session, trace), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
