using Orleans.Runtime;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Grains.Runs;

namespace VirtAlliance.Grains.Studies;

[HomePlacement]
internal sealed class StudyGrain(IGrainContext context, RunMeans means) : Grain, IStudyGrain
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly string _study = context.Key();
    private readonly CancellationTokenSource _stop = new();
    private StudyBoard? _board;
    private Task _work = Task.CompletedTask;
    private Task _starting = Task.CompletedTask;

    public Task Start() => _starting.IsCompleted ? _starting = StartOnce() : _starting;

    private async Task StartOnce()
    {
        if (!_work.IsCompleted || _stop.IsCancellationRequested) return;
        var row = await Row();
        if (row.Status is not (RunStatus.Queued or RunStatus.Running)) return;
        if (row.Owner != means.Owner) await means.Store.TakeStudy(_study, means.Owner);
        var runs = await means.Store.ListRuns(_study);
        _board = new StudyBoard(row, runs);
        _work = Work(_board, runs);
    }

    public async Task Resume()
    {
        await means.Store.Reopen(_study, means.Owner);
        await Start();
    }

    public async Task<StudySnapshot> Status() => (await Board()).Snapshot();

    public async Task<StudySnapshot> Watch(long version) => await (await Board()).Watch(version);

    public async Task Cancel()
    {
        var held = await means.Store.Cancel(_study);
        await _stop.CancelAsync();
        await Task.WhenAll(held.Select(run => GrainFactory.GetGrain<ICoordinatorGrain>(run).Stop()));
        await _work;
        DeactivateOnIdle();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task<StudyRow> Row() => await means.Store.FindStudy(_study) ?? throw new KeyNotFoundException($"the store has no study '{_study}'");

    /// <summary>If nobody works on it, though it is not over, work is begun: what is still in its way then shows on the board.</summary>
    private async Task<StudyBoard> Board()
    {
        if (_board is { IsStuck: true } && _work.IsCompleted) _board = null;
        if (_board is not null) return _board;
        var row = await Row();
        if (row.Owner == means.Owner) await Start();
        return _board ??= new StudyBoard(row, await means.Store.ListRuns(_study));
    }

    private async Task Work(StudyBoard board, IReadOnlyList<RunRow> runs)
    {
        DelayDeactivation(Timeout.InfiniteTimeSpan);
        await Task.Yield();   // Start returns first
        RequestContext.Clear();
        if (!await RunAll(board, runs))
            do await Task.Delay(Pause);   // the store, or the node of a grain, is away for now
            while (!_stop.IsCancellationRequested && !await RunAll(board, null));
        DelayDeactivation(TimeSpan.Zero);
        DeactivateOnIdle();
    }

    /// <summary>False: something was away that will be back, and the rest is still to do.</summary>
    private async Task<bool> RunAll(StudyBoard board, IReadOnlyList<RunRow>? rows)
    {
        try
        {
            using var vigil = new StudyVigil(means, _study, _stop.Token);
            var runs = new StudyRuns(means, GrainFactory, board);
            if (await means.Store.SetStudyStatus(_study, RunStatus.Running))
            {
                board.Set(RunStatus.Running, null);
                await runs.All(rows ?? await means.Store.ListRuns(_study), vigil.Over);
                if (!vigil.Over.IsCancellationRequested) await new StudyEnd(means.Store, _study).Judge();
            }
            if (!_stop.IsCancellationRequested) await runs.Stop();   // this node goes: runs stay at work
            board.Rest(await Row());
            return true;   // if it is not over, the run keeper starts it again
        }
        catch (Exception e)
        {
            if (Passing.Is(e)) return false;
            if (!means.NodeIsGoing) board.Stick(e.Message);
            return true;
        }
    }
}
