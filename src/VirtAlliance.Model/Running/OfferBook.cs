using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>What a quarter's customers are offered, table by table.</summary>
public static class OfferBook
{
    /// <summary>A row per product.</summary>
    public static ImmutableArray<ProductConditions> Products(
        MarketDefinition market, MarketState partnered, ImmutableArray<int> owners, ImmutableArray<long> postedCents, int quarter)
    {
        var onOffer = Offering.At(market, owners, quarter);
        return
        [
            .. market.Products.Select((product, j) => new ProductConditions(
                owners[j],
                onOffer[j],
                postedCents[j],
                partnered.Technologies[product.Technology].Quality + product.Quality + partnered.SteeredQuality[j],
                Marketing.Utility(market, partnered.Alliances, owners[j], product.Technology))),
        ];
    }

    /// <summary>A row per technology.</summary>
    public static ImmutableArray<TechnologyConditions> Technologies(MarketDefinition market, MarketState partnered, int quarter)
    {
        var network = NetworkShares.Of(market, partnered.Segments);
        return
        [
            .. market.Technologies.Select((technology, k) => new TechnologyConditions(
                technology.Openness, network[k] + Announcement.On(market, partnered.Alliances, k, quarter))),
        ];
    }

    /// <summary>A row per segment; adoption as it stood at the end of last quarter.</summary>
    public static ImmutableArray<SegmentConditions> Segments(
        MarketDefinition market, MarketState partnered, ImmutableArray<int> owners, ImmutableArray<long> postedCents, int quarter)
    {
        var ownReach = OwnReach.At(market, quarter);
        var prices = Surcharges.Apply(market, postedCents, quarter);
        var alliances = market.Products.Select((p, j) => owners[j] < 0 ? null : Memberships.On(market, partnered.Alliances, owners[j], p.Technology)).ToArray();
        return
        [
            .. market.Segments.Select((segment, s) =>
            {
                var customers = partnered.Segments[s].Customers;
                ImmutableArray<double> reach =
                [
                    .. ownReach[s].Select((own, j) => alliances[j] is { } a ? Carry.Reach(market, partnered.Vendors, a, owners[j], s, own) : own),
                ];
                return new SegmentConditions(segment.CustomersAt(quarter), customers[..^1].Sum(), customers.Sum(), prices[s], reach);
            }),
        ];
    }
}
