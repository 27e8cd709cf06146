using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Model.Pricing;

/// <summary>Conduct θ at which the opening prices rest: the margin taken as a fraction of the best reply's. 1 is Bertrand–Nash.</summary>
public static class ImpliedConduct
{
    /// <summary>θ per product of the opening market; 1 for those not on offer at the opening, 0 where θ or its denominator is not positive: such a product keeps its price.</summary>
    public static ImmutableArray<double> Of(Market opening, ImmutableArray<PanelFigures> panels)
    {
        var market = opening.Definition;
        ImmutableArray<int> owners = [.. market.Products.Select(p => p.Vendor)];
        var prices = market.Products.Select(p => (double)p.PriceCents).ToArray();
        var book = OpeningBook.Of(opening);
        return [.. Enumerable.Range(0, prices.Length).Select(j => book.Products[j].OnOffer ? Theta(BestReply.Of(market, owners, panels, prices, j), prices[j]) : 1)];
    }

    /// <summary>θ per product of the run's market: what its vendor's rule states, else what the opening implies; 1 for a product that only the arm has.</summary>
    public static ImmutableArray<double> InForce(Market market, ImmutableArray<PanelFigures> openingPanels)
    {
        var implied = Of(market.Opening, openingPanels);
        return [.. market.Definition.Products.Select((p, j) =>
            market.Definition.Vendors[p.Vendor].Price.Conduct ?? (market.OpeningProducts[j] is var o and >= 0 ? implied[o] : 1))];
    }

    private static double Theta(BestReply? reply, double price)
    {
        if (reply is not { } best) return 0;
        var denominator = best.PriceCents - best.EffectiveCostCents;
        if (denominator <= 0) return 0;
        return Math.Max(0, (price - best.EffectiveCostCents) / denominator);
    }
}
