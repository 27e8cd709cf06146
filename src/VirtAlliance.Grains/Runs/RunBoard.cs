using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Model;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>What a coordinator tells of its run to whoever asks while it works: only what is on disk.</summary>
internal sealed class RunBoard(RunRow row, string silo)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private const int Steps = 50;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (int Quarter, string? Digest, long Epoch, RunStatus Status, string? Error) _last =
        (row.LastQuarter, row.Digest, row.Epoch, row.Status, row.Error);
    private (Market Market, MarketState Closed)? _state;

    /// <summary>Calls that had to be repeated.</summary>
    public long Retries { get; set; }

    /// <summary>Of late.</summary>
    public double QuartersPerSecond { get; set; }

    /// <summary>The run was taken.</summary>
    public void Take(long epoch) => _last = _last with { Epoch = epoch, Status = RunStatus.Running, Error = null };

    /// <summary>A record is on disk.</summary>
    public void Publish(Market market, MarketState closed, byte[] hash)
    {
        _last = _last with { Quarter = closed.Quarter, Digest = HashChain.Show(hash) };
        _state = (market, closed);
    }

    /// <summary>The coordinator stops; with <see cref="RunStatus.Running"/>, another is to go on.</summary>
    public void End(RunStatus status, string? error)
    {
        _last = _last with { Status = status, Error = error };
        _ended.TrySetResult();
    }

    /// <summary>Where the run stands.</summary>
    public RunSnapshot Snapshot() => new(
        row.Id, _last.Status, _last.Quarter, row.Quarters, _last.Digest, _last.Error, _last.Epoch, Retries, QuartersPerSecond, silo,
        _state is { } state ? Seats.InUse(state.Market, state.Closed) : []);

    /// <summary>Where the run stands as soon as it ends or comes further than <paramref name="quarter"/>, or some seconds have passed.</summary>
    public async Task<RunSnapshot> Watch(int quarter)
    {
        for (var step = 0; step < Steps && !_ended.Task.IsCompleted; step++)
        {
            using var enough = new CancellationTokenSource();
            await Task.WhenAny(_ended.Task, Task.Delay(Step, enough.Token));
            await enough.CancelAsync();
            if (_last.Quarter > quarter) break;
        }
        return Snapshot();
    }
}
