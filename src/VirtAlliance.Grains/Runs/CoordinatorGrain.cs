using Orleans.Runtime;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Grains.Runs;

[HomePlacement]
internal sealed class CoordinatorGrain(IGrainContext context, RunMeans means) : Grain, ICoordinatorGrain
{
    private readonly string _run = context.Key();
    private readonly CancellationTokenSource _stop = new();
    private RunBoard? _board;
    private Task _work = Task.CompletedTask;
    private bool _cancelled;

    public async Task Start(bool again)
    {
        if (!_work.IsCompleted || _stop.IsCancellationRequested) return;
        var row = await Row();
        if (row.Status is not (RunStatus.Queued or RunStatus.Running) && (!again || row.Status == RunStatus.Completed)) return;
        _board = new RunBoard(row, means.Silo.Name);
        _work = Work(row, _board);
    }

    public async Task<RunSnapshot> Status() => (_board ?? new RunBoard(await Row(), "")).Snapshot();

    public async Task<RunSnapshot> Watch(int quarter) => _board is null ? await Status() : await _board.Watch(quarter);

    public async Task Cancel()
    {
        _cancelled = true;
        await _stop.CancelAsync();
        await _work;
        var row = await Row();
        if (row.Status is not (RunStatus.Completed or RunStatus.Cancelled)) await means.Store.SetStatus(_run, row.Epoch, RunStatus.Cancelled);
        DeactivateOnIdle();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task<RunRow> Row() => await means.Store.FindRun(_run) ?? throw new KeyNotFoundException($"the store has no run '{_run}'");

    private async Task Work(RunRow row, RunBoard board)
    {
        DelayDeactivation(Timeout.InfiniteTimeSpan);
        await Task.Yield();   // Start returns first
        RequestContext.Clear();
        var (status, error) = await RunToEnd(row, board);
        board.End(status, error);
        DelayDeactivation(TimeSpan.Zero);
        DeactivateOnIdle();
    }

    private async Task<(RunStatus Status, string? Error)> RunToEnd(RunRow row, RunBoard board)
    {
        long epoch = 0;
        try
        {
            epoch = await means.Store.Take(_run, means.Owner);
            board.Take(epoch);
            await means.Store.SetStatus(_run, epoch, RunStatus.Running);
            await new RunLoop(means, GrainFactory, row, board).Run(epoch, _stop.Token);
            return await Note(epoch, RunStatus.Completed, null);
        }
        catch (Exception e)
        {
            if (_stop.IsCancellationRequested && !_cancelled) return (RunStatus.Running, null);   // this node goes; another goes on
            if (_cancelled) return await Note(epoch, RunStatus.Cancelled, null);
            if (e is StaleEpochException || Passing.Is(e)) return (RunStatus.Running, null);       // whoever supervises the run starts it again
            return await Note(epoch, RunStatus.Failed, e.Message);
        }
    }

    /// <summary>Keeps the run's end; <see cref="RunStatus.Running"/> if another has taken the run or the store is away, <see cref="RunStatus.Paused"/> if it cannot be written.</summary>
    private async Task<(RunStatus Status, string? Error)> Note(long epoch, RunStatus status, string? error)
    {
        try
        {
            if (!await means.Store.SetStatus(_run, epoch, status, error)) return (RunStatus.Running, null);
            Meters.Runs.Add(1, new KeyValuePair<string, object?>("status", status.ToString()));
            return (status, error);
        }
        catch (Exception e)
        {
            return Passing.Is(e) ? (RunStatus.Running, null) : (RunStatus.Paused, error ?? e.Message);
        }
    }
}
