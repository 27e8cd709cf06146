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

    public async Task Start()
    {
        if (!_work.IsCompleted || _stop.IsCancellationRequested) return;
        var row = await Row();
        if (row.Status is not (RunStatus.Queued or RunStatus.Running))
        {
            DeactivateOnIdle();
            return;
        }
        _board = new RunBoard(row, means.Silo.Name);
        _work = Work(row, _board);
    }

    public async Task<RunSnapshot> Status()
    {
        if (_board is not null) return _board.Snapshot();
        DeactivateOnIdle();   // it was only asked
        return new RunBoard(await Row(), "").Snapshot();
    }

    public async Task<RunSnapshot> Watch(int quarter) => _board is null ? await Status() : await _board.Watch(quarter);

    public async Task Stop()
    {
        await _stop.CancelAsync();
        await _work;
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
            if (await means.Store.Take(_run, means.Owner) is not { } taken) return await Standing();
            board.Take(epoch = taken);
            await new RunLoop(means, GrainFactory, row, board).Run(epoch, _stop.Token);
            return await Note(epoch, RunStatus.Completed, null);
        }
        catch (Exception e)
        {
            if (_stop.IsCancellationRequested || means.NodeIsGoing || e is StaleEpochException || Passing.Is(e)) return await Standing();   // another goes on, if anybody is to
            if (e is RunStoreException { IsMendable: true }) return (RunStatus.Paused, e.Message);   // no fault of the run's
            return await Note(epoch, RunStatus.Failed, e.Message);
        }
    }

    /// <summary>Keeps the run's end, if the run is still this coordinator's; <see cref="RunStatus.Running"/> if the store is away, <see cref="RunStatus.Paused"/> if it cannot be written.</summary>
    private async Task<(RunStatus Status, string? Error)> Note(long epoch, RunStatus status, string? error)
    {
        try
        {
            if (!await means.Store.SetStatus(_run, epoch, status, error)) return await Standing();
            Meters.Runs.Add(1, new KeyValuePair<string, object?>("status", status.ToString()));
            return (status, error);
        }
        catch (Exception e)
        {
            return Passing.Is(e) ? (RunStatus.Running, null) : (RunStatus.Paused, error ?? e.Message);
        }
    }

    /// <summary>What the store says of the run; that it runs if the store cannot be read.</summary>
    private async Task<(RunStatus Status, string? Error)> Standing()
    {
        try
        {
            var row = await Row();
            return (row.Status, row.Error);
        }
        catch (Exception)
        {
            return (RunStatus.Running, null);
        }
    }
}
