using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Pricing.Rules;

namespace VirtAlliance.Model.Running;

/// <summary>Phase 3: vendors post prices; the offer book and the quarter's conditions follow.</summary>
public static class OfferPhase
{
    /// <summary>A vendor's prices, by its rule, on last quarter's panel and prices. Depends on memberships in no way, so it may be worked out before the Partner phase.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="opening">The run's opening, for conduct.</param>
    /// <param name="opened">The market as the quarter opened; of other vendors only what they own and what was public last quarter is read.</param>
    /// <param name="vendor">Index of the vendor.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static VendorOffer Offer(Market market, OpeningRecord opening, MarketState opened, int vendor, int quarter)
    {
        var state = opened.Vendors[vendor];
        if (state.Status != VendorStatus.Active) return new VendorOffer(vendor, state.Prices);
        return new VendorOffer(vendor, [.. state.Prices.Select(p => PriceRules.Next(new PriceQuestion(market, opening, opened, vendor, p, quarter)))]);
    }

    /// <summary>All that customers need to know.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="partnered">The market with memberships fixed.</param>
    /// <param name="offers">Of every vendor.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static MarketConditions Conditions(Market market, MarketState partnered, ImmutableArray<VendorOffer> offers, int quarter)
    {
        var owners = Ownership.OfProducts(market.Definition, partnered.Vendors);
        var posted = Posted(partnered.PostedCents, offers);
        return new MarketConditions(
            quarter,
            OfferBook.Products(market.Definition, partnered, owners, posted, quarter),
            OfferBook.Technologies(market.Definition, partnered, quarter),
            Ownership.OfFranchises(market.Definition, partnered.Vendors),
            OfferBook.Segments(market.Definition, partnered, owners, posted, quarter));
    }

    private static ImmutableArray<long> Posted(ImmutableArray<long> before, ImmutableArray<VendorOffer> offers)
    {
        var posted = before.ToArray();
        foreach (var price in offers.SelectMany(o => o.Prices)) posted[price.Product] = price.PostedCents;
        return [.. posted];
    }
}
