using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Pricing;

/// <summary>A vendor's best price for one product against panel figures: the ζ map of Morrow and Skerlos (2011), complement income counted.</summary>
/// <param name="EffectiveCostCents">e: unit cost less complement income at the margin.</param>
/// <param name="PriceCents">p*: the price that the map gives.</param>
public readonly record struct BestReply(double EffectiveCostCents, double PriceCents)
{
    private const double CentsPer100Usd = 1e4;

    /// <summary>The reply of the product's owner, or null if demand does not move with the price (Λ = 0).</summary>
    /// <param name="market">The market that the figures are of.</param>
    /// <param name="owners">Vendor of each product; −1: nobody.</param>
    /// <param name="panels">Per segment.</param>
    /// <param name="pricesCents">Of all products.</param>
    /// <param name="product">Whose price.</param>
    public static BestReply? Of(
        MarketDefinition market, ImmutableArray<int> owners, ImmutableArray<PanelFigures> panels, ReadOnlySpan<double> pricesCents, int product)
    {
        var vendor = owners[product];
        var none = market.Products.Length;
        double lambda = 0, demand = 0, income = 0, diverted = 0;
        for (var s = 0; s < panels.Length; s++)
        {
            var panel = panels[s];
            var response = panel.LambdaMicro[product] / 1e6;
            lambda += response;
            demand += panel.DemandMilli[product] / 1e3;
            income += Complements.Cents(market, vendor, s, product) * response;
            var stays = response;
            for (var l = 0; l < none; l++)
            {
                var gamma = panel.GammaMicro[l * none + product] / 1e6;
                stays -= gamma;
                var margin = Complements.Cents(market, vendor, s, l);
                if (owners[l] == vendor) margin += pricesCents[l] - market.Products[l].UnitCostCents;
                diverted += margin * gamma;
            }
            diverted += Complements.Cents(market, vendor, s, none) * stays;
        }
        if (lambda <= 0) return null;
        var cost = market.Products[product].UnitCostCents - income / lambda;
        return new BestReply(cost, cost + (demand * CentsPer100Usd + diverted) / lambda);
    }
}
