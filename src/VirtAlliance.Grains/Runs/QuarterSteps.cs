using System.Collections.Immutable;
using Orleans.Runtime;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Tracing;
using VirtAlliance.Model;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>One quarter in five phases, as <see cref="MarketRun"/> does it, by messages.</summary>
internal sealed class QuarterSteps(RunCast cast, Market market, Caller caller, OpeningRecord opening)
{
    private readonly PartnerRounds _partner = new(cast, market, caller, opening);
    private readonly OfferRound _offer = new(cast, market, caller, opening);
    private readonly PurchaseRound _purchase = new(cast, market, caller);
    private readonly SettleRounds _settle = new(cast, market, caller);

    /// <summary>Per territory the node that its distributor answered from; null before the first answer.</summary>
    public ImmutableArray<SiloAddress>? Where { get; private set; }

    /// <summary>The record of the quarter that follows <paramref name="closed"/>.</summary>
    public async Task<QuarterRecord> Advance(long epoch, MarketState closed, CancellationToken cancellation)
    {
        var step = new Step(epoch, closed.Quarter + 1);
        var opened = OpenPhase.Apply(market, closed, step.Quarter);
        var (partnered, said) = await Traces.Phase("partner", () => _partner.Hold(step, opened));
        var offers = await Traces.Phase("offer", () => _offer.Hold(step, opened));
        var conditions = new QuarterConditions(OfferPhase.Conditions(market, partnered, offers, step.Quarter));
        var traded = await Traces.Phase("purchase", () => _purchase.Hold(step, conditions, cancellation));
        Where = traded.Where;
        var foreseen = _offer.Foresee(partnered, traded.Traded, offers);
        var closing = new ClosingQuarter(partnered, traded.Traded, SettlePhase.Terms(market, partnered, traded.Traded), offers, foreseen);
        var (record, next) = await Traces.Phase("settle", () => _settle.Hold(
            step, closing, traded.Expected, said, territory => _purchase.Again(step, conditions, territory, cancellation)));
        _offer.Keep(foreseen, next);
        return record;
    }
}
