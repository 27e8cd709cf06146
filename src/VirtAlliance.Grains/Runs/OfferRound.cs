using System.Collections.Immutable;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Model;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>Phase 3: what vendors offer. Mostly they said so when they closed their books; they are asked again if the market opened otherwise than foreseen then.</summary>
internal sealed class OfferRound(RunCast cast, Market market, Caller caller, OpeningRecord opening)
{
    private MarketState? _foreseen;
    private ImmutableArray<VendorOffer> _offers;

    /// <summary>How next quarter will open, as far as vendors price by it: what they sell at, own and know of the panel. Null after the last quarter.</summary>
    public MarketState? Foresee(MarketState partnered, TradedQuarter traded, ImmutableArray<VendorOffer> offers)
    {
        var quarter = traded.Conditions.Quarter;
        if (quarter + 1 == market.Definition.Quarters) return null;
        var closed = partnered with
        {
            Quarter = quarter,
            Vendors = [.. partnered.Vendors.Select((state, v) => state with { Prices = offers[v].Prices })],
            PostedCents = [.. traded.Conditions.Products.Select(p => p.PriceCents)],
            Segments = traded.Segments,
            Panels = traded.Panels,
        };
        return OpenPhase.Apply(market, closed, quarter + 1);
    }

    /// <summary>Keeps offers made on what was foreseen.</summary>
    public void Keep(MarketState? foreseen, ImmutableArray<VendorOffer> offers) => (_foreseen, _offers) = (foreseen, offers);

    /// <summary>Offers for the quarter that opened.</summary>
    public async Task<ImmutableArray<VendorOffer>> Hold(Step step, MarketState opened)
    {
        if (_foreseen is not null && _foreseen.Quarter == opened.Quarter && SameForPrices(_foreseen, opened)) return _offers;
        var market = new OpenedMarket(opening, opened);
        return [.. (await caller.All(cast.Vendors, (vendor, _) => vendor.Offer(step, market))).Select(answer => answer.Offer)];
    }

    private static bool SameForPrices(MarketState foreseen, MarketState opened)
    {
        if (!foreseen.PostedCents.AsSpan().SequenceEqual(opened.PostedCents.AsSpan())) return false;
        for (var v = 0; v < opened.Vendors.Length; v++)
        {
            var (a, b) = (foreseen.Vendors[v], opened.Vendors[v]);
            if (a.Status != b.Status || a.MergedInto != b.MergedInto || !a.Prices.AsSpan().SequenceEqual(b.Prices.AsSpan())) return false;
        }
        return true;
    }
}
