using System.Diagnostics;
using Orleans.Runtime;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Ledger;
using VirtAlliance.Grains.Markets;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Grains.Tracing;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Grains.Trade;

[TerritoryPlacement]
internal sealed class SegmentGrain(IGrainContext context, LedgerCache ledger, Checkpoints checkpoints, MarketCache markets, OpeningCache openings)
    : Grain, ISegmentGrain, IGrainMigrationParticipant, IDisposable
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(100);

    private readonly string _run = GrainKeys.Run(context.Key());
    private readonly string _key = GrainKeys.Id(context.Key());
    private readonly BlockId _block = GrainKeys.Block(context.Key());
    private readonly Fence _fence = new($"segment {context.Key()}");
    private BlockCustomers? _customers;
    private (QuarterConditions Conditions, BlockTrade Trade)? _last;
    private BlockColumns? _moved;
    private TimeSpan _replay;   // time of the quarters since the last checkpoint

    /// <summary>Up to which quarter its customers, as they came from another node, need no replay; null: they did not come, or have lived on.</summary>
    internal int? BroughtQuarter => _moved?.Quarter;

    public async Task<SegmentLikings> Solve(Step step)
    {
        _fence.Admit(step.Epoch);
        return await openings.Solve(await markets.Of(_run), _block.Segment);
    }

    public async Task<BlockTrade> Bear(Step step, OpeningLikings likings)
    {
        _fence.Admit(step.Epoch);
        Forget();
        _customers = BlockCustomers.Birth((await markets.Of(_run)).Market, _block, likings.BySegment[_block.Segment]);
        return _customers.Stocks;
    }

    public async Task<BlockTrade> Purchase(Step step, QuarterConditions conditions)
    {
        _fence.Admit(step.Epoch);
        if (_last is { } last && last.Conditions.Value.Quarter == step.Quarter) return Again(last, conditions);
        await CatchUp(step.Quarter - 1);
        try
        {
            var began = Stopwatch.GetTimestamp();
            _last = (conditions, _customers!.Choose(conditions.Value));
            Meters.Kernel.Add(Stopwatch.GetTimestamp() - began);
            _replay += Stopwatch.GetElapsedTime(began);
            if (checkpoints.AreDue(_replay)) Keep(conditions);
            Meters.Decisions.Add(_customers.Decisions);
            return _last.Value.Trade;
        }
        catch
        {
            Forget();   // some of them may have chosen: they are born again
            throw;
        }
    }

    public Task Move(long epoch, SiloAddress to)
    {
        _fence.Admit(epoch);
        this.MigrateTo(to);
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        if (_customers is not null) BlockColumns.Pack(_customers, dehydrationContext);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext) => _moved = BlockColumns.Unpack(rehydrationContext);

    public Task Close(long epoch)
    {
        _fence.Admit(epoch);
        Forget();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <remarks>Not on deactivation: that comes before a block that moves is packed up.</remarks>
    public void Dispose() => Forget();

    private BlockTrade Again((QuarterConditions Conditions, BlockTrade Trade) last, QuarterConditions conditions) =>
        last.Conditions.Same(conditions)
            ? last.Trade
            : throw new DeterminismException(
                $"conditions of segment {context.Key()}", conditions.Value.Quarter,
                Convert.ToHexStringLower(last.Conditions.Hash), Convert.ToHexStringLower(conditions.Hash));

    private void Keep(QuarterConditions conditions)
    {
        checkpoints.Keep(_run, _key, conditions.Hash, _customers!);
        _replay = TimeSpan.Zero;
    }

    private async Task CatchUp(int quarter)
    {
        if (_customers?.Quarter > quarter) Forget();
        if (_customers?.Quarter == quarter) return;
        using var span = Traces.Replay(_run, _key, quarter - (_customers?.Quarter ?? -1));
        _customers ??= await BornAgain(quarter);
        for (var turn = Stopwatch.StartNew(); _customers.Quarter < quarter;)
        {
            var conditions = await ledger.Conditions(_run, _customers.Quarter + 1);
            if (turn.Elapsed > LongestTurn)
            {
                await Task.Yield();
                turn.Restart();
            }
            Replay(conditions);
        }
    }

    private async Task<BlockCustomers> BornAgain(int quarter)
    {
        var market = (await markets.Of(_run)).Market;
        var born = BlockCustomers.Birth(market, _block, (await ledger.Opening(_run)).Likings[_block.Segment]);
        var kept = _moved is { } moved && moved.Quarter <= quarter ? moved : await checkpoints.Find(_run, _key, quarter, ledger);
        if (kept is not null) born.Restore(kept);
        _moved = null;
        return born;
    }

    private void Replay(MarketConditions conditions)
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            _customers!.Replay(conditions);
            _replay += Stopwatch.GetElapsedTime(began);
            Meters.Replays.Add(1);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    private void Forget()
    {
        _customers?.Dispose();
        (_customers, _last, _moved, _replay) = (null, null, null, TimeSpan.Zero);
    }
}
