using System.Diagnostics;
using System.Globalization;
using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Ledger;
using VirtAlliance.Grains.Tracing;
using VirtAlliance.Model;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>A coordinator's work on its run, from where the ledger stands to the end.</summary>
internal sealed class RunLoop(RunMeans means, IGrainFactory grains, RunRow row, RunBoard board)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Caller _caller = new(means.Settings.CallsInFlight);
    private readonly Pace _pace = new();

    /// <summary>Advances the run to its end.</summary>
    /// <exception cref="StaleEpochException">Another coordinator has taken the run.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for; the run's grains are told to go.</exception>
    public async Task Run(long epoch, CancellationToken stop)
    {
        if (row.ModelVersion != ModelVersion.Current)
            throw new InvalidOperationException($"run '{row.Id}' was started by model version {row.ModelVersion}; this program has version {ModelVersion.Current}");
        using var span = means.Settings.TracedQuarters > 0 ? Traces.Run(row.Id, epoch) : null;
        var market = (await means.Markets.Of(row.Id)).Market;
        var ledger = await RunLedger.Open(means.Store, means.Writer, row, epoch, stop);
        var cast = new RunCast(grains, row.Id, market);
        using var moves = new TerritoryMoves(means, row.Id, market.Territories.Length);
        try
        {
            if (ledger.Closed is { } closed) board.Publish(market, closed, ledger.Hash);
            var opening = ledger.Opening ?? await Open(cast, market, ledger, epoch, stop);
            var steps = new QuarterSteps(cast, market, _caller, opening);
            await Advance(steps, () => moves.Correct(cast.Distributors, steps.Where, epoch, _caller), market, ledger, ledger.Closed ?? opening.Initial, epoch, span, stop);
            await ledger.Settle(TimeSpan.Zero, stop);
        }
        finally
        {
            await ledger.Rest(Patience);
            await Dismiss(cast, epoch);
        }
    }

    private async Task<OpeningRecord> Open(RunCast cast, Market market, RunLedger ledger, long epoch, CancellationToken stop)
    {
        var opening = await new OpeningRound(cast, market, _caller).Hold(new Step(epoch, -1), stop);
        ledger.Append(-1, RecordCodec.Write(opening), null, hash => board.Publish(market, opening.Initial, hash));
        return opening;
    }

    private async Task Advance(
        QuarterSteps steps, Func<ValueTask> between, Market market, RunLedger ledger, MarketState closed, long epoch, Activity? run, CancellationToken stop)
    {
        while (closed.Quarter + 1 < market.Definition.Quarters)
        {
            stop.ThrowIfCancellationRequested();
            var began = Stopwatch.GetTimestamp();
            using var span = Traces.Quarter(row.Id, closed.Quarter + 1, IsTraced(closed.Quarter + 1), run);
            var record = await steps.Advance(epoch, closed, stop);
            closed = record.Closed;
            var state = closed;
            ledger.Append(closed.Quarter, RecordCodec.Write(record), Remarks(began, span), hash => board.Publish(market, state, hash));
            Meters.Quarters.Add(1);
            span?.SetTag(Traces.RetriesTag, _caller.Retries);
            await Traces.Phase("commit", () => ledger.Settle(means.Settings.UnsavedAtMost, stop));
            await Traces.Phase("move", between);
        }
    }

    private bool IsTraced(int quarter) => means.Settings.TracedQuarters > 0 && quarter % means.Settings.TracedQuarters == 0;

    private string Remarks(long began, Activity? span)
    {
        var (ms, pace) = (Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1), Math.Round(_pace.Step(), 3));
        (board.Retries, board.QuartersPerSecond) = (_caller.Retries, pace);
        return new QuarterRemarks(ms, _caller.Retries, pace, means.Silo.Name, DateTimeOffset.UtcNow, span?.TraceId.ToString()).Write();
    }

    private async Task Dismiss(RunCast cast, long epoch)
    {
        means.Markets.Forget(row.Id);
        means.Ledger.Forget(row.Id);
        var gone = cast.Close(epoch);
        await Task.WhenAny(gone, Task.Delay(Patience));
        _ = gone.ContinueWith(static t => t.Exception, TaskScheduler.Default);   // whoever cannot be reached now goes when it is idle
    }
}
