using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Model.Pricing;

/// <summary>Where a product's conduct comes from.</summary>
public enum ConductBasis
{
    /// <summary>Its opening price, which rests.</summary>
    OpeningPrice,

    /// <summary>Nothing: it is nowhere on offer at the opening, and its vendor plays Bertrand–Nash.</summary>
    NotOnOffer,

    /// <summary>Nothing: its opening price is not above its effective cost, and the price is kept.</summary>
    PriceNotAboveCost,

    /// <summary>Nothing: its vendor would not take a margin, and the price is kept.</summary>
    NoMarginWanted,
}

/// <summary>Conduct θ at which an opening price rests: the margin taken as a fraction of the best reply's. 1 is Bertrand–Nash.</summary>
/// <param name="Theta">θ; 0: the product keeps its price.</param>
/// <param name="Basis">Where it comes from.</param>
public readonly record struct ImpliedConduct(double Theta, ConductBasis Basis)
{
    /// <summary>Per product of the opening market.</summary>
    public static ImmutableArray<ImpliedConduct> Of(Market opening, ImmutableArray<PanelFigures> panels)
    {
        var market = opening.Definition;
        ImmutableArray<VendorState> vendors = [.. market.Vendors.Select(_ => new VendorState(VendorStatus.Active, -1, 0, [], [], []))];
        var prices = market.Products.Select(p => (double)p.PriceCents).ToArray();
        var book = OpeningBook.Of(opening);
        return
        [
            .. Enumerable.Range(0, prices.Length).Select(j =>
                book.Products[j].OnOffer && BestReply.Of(market, vendors, panels, prices, j) is { } reply ? Of(reply, prices[j]) : new(1, ConductBasis.NotOnOffer)),
        ];
    }

    /// <summary>θ per product of the run's market: what its vendor's rule states, else what the opening implies; 1 for a product that only the arm has.</summary>
    public static ImmutableArray<double> InForce(Market market, ImmutableArray<PanelFigures> openingPanels)
    {
        var implied = Of(market.Opening, openingPanels);
        return
        [
            .. market.Definition.Products.Select((p, j) =>
                market.Definition.Vendors[p.Vendor].Price.Conduct ?? (market.OpeningProducts[j] is var o and >= 0 ? implied[o].Theta : 1)),
        ];
    }

    private static ImpliedConduct Of(in BestReply reply, double price)
    {
        var wanted = reply.PriceCents - reply.EffectiveCostCents;
        if (wanted <= 0) return new(0, ConductBasis.NoMarginWanted);
        var taken = price - reply.EffectiveCostCents;
        return taken > 0 ? new(taken / wanted, ConductBasis.OpeningPrice) : new(0, ConductBasis.PriceNotAboveCost);
    }
}
