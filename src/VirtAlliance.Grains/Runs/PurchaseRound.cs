using System.Collections.Immutable;
using System.Globalization;
using Orleans.Runtime;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Trade;
using VirtAlliance.Model;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>Phase 4: territories trade.</summary>
internal sealed class PurchaseRound(RunCast cast, Market market, Caller caller)
{
    /// <summary>Has all territories trade.</summary>
    public async Task<TradedMarket> Hold(Step step, QuarterConditions conditions, CancellationToken cancellation) =>
        TradedMarket.Of(conditions, await caller.All(cast.Distributors, (d, _) => d.Purchase(step, conditions, cancellation), cancellation), market);

    /// <summary>Has one territory deliver its orders again.</summary>
    public Task Again(Step step, QuarterConditions conditions, string territory, CancellationToken cancellation) =>
        cast.Distributors[int.Parse(territory, NumberStyles.None, CultureInfo.InvariantCulture)].Purchase(step, conditions, cancellation);
}

/// <summary>The market's quarter as its territories report it.</summary>
/// <param name="Traded">What became public.</param>
/// <param name="Expected">Per vendor the bulk orders it was sent.</param>
/// <param name="Where">Per territory the node that its distributor is on.</param>
internal sealed record TradedMarket(TradedQuarter Traded, ImmutableArray<ImmutableArray<Expected>> Expected, ImmutableArray<SiloAddress> Where)
{
    /// <summary>Adds the territories up.</summary>
    public static TradedMarket Of(QuarterConditions conditions, TerritoryTrade[] territories, Market market)
    {
        var segments = AddUp(territories, market);
        var traded = new TradedQuarter(conditions.Value, [.. segments.Select(s => s.Totals)], [.. segments.Select(s => s.Panel!)])
        {
            Surveys = Surveys.AreTaken(market.Definition, conditions.Value.Quarter) ? [.. segments.Select(s => s.Survey!)] : [],
        };
        var expected = new ImmutableArray<Expected>.Builder[market.Definition.Vendors.Length];
        for (var v = 0; v < expected.Length; v++) expected[v] = ImmutableArray.CreateBuilder<Expected>();
        for (var t = 0; t < territories.Length; t++)
            foreach (var sent in territories[t].Sent) expected[sent.Vendor].Add(new Expected(Name(t), 1, sent.SeatQuarters));
        return new TradedMarket(traded, [.. expected.Select(e => e.ToImmutable())], [.. territories.Select(t => t.Silo)]);
    }

    /// <summary>Per segment, from all territories.</summary>
    public static SegmentTrade[] AddUp(TerritoryTrade[] territories, Market market)
    {
        var segments = new SegmentTrade?[market.Definition.Segments.Length];
        foreach (var part in territories.SelectMany(t => t.Segments)) segments[part.Segment] = segments[part.Segment]?.Plus(part) ?? part;
        return segments!;
    }

    private static string Name(int territory) => territory.ToString(CultureInfo.InvariantCulture);
}
