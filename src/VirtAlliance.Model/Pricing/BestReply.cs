using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Pricing;

/// <summary>A vendor's best price for one product against panel figures: the ζ map of Morrow and Skerlos (2011), complement income counted.</summary>
/// <param name="EffectiveCostCents">e: unit cost less complement income at the margin.</param>
/// <param name="PriceCents">p*: the price that the map gives.</param>
public readonly record struct BestReply(double EffectiveCostCents, double PriceCents)
{
    private const double CentsPer100Usd = 1e4;

    /// <summary>The reply of the product's owner, or null if demand does not move with the price (Λ = 0).</summary>
    /// <param name="market">The market that the figures are of.</param>
    /// <param name="vendors">As they stand: who owns what, and earns on what.</param>
    /// <param name="panels">Per segment.</param>
    /// <param name="pricesCents">Of all products.</param>
    /// <param name="product">Whose price; somebody owns it.</param>
    public static BestReply? Of(
        MarketDefinition market, ImmutableArray<VendorState> vendors, ImmutableArray<PanelFigures> panels, ReadOnlySpan<double> pricesCents, int product)
    {
        var owners = Ownership.OfProducts(market, vendors);
        var income = new ComplementIncome(market, vendors, owners[product]);
        var cost = market.Products[product].UnitCostCents;
        double lambda = 0, demand = 0, earned = 0, diverted = 0;
        for (var s = 0; s < panels.Length; s++)
        {
            lambda += panels[s].LambdaMicro[product] / 1e6;
            demand += panels[s].DemandMilli[product] / 1e3;
            for (var l = 0; l < owners.Length; l++)
                if (owners[l] == owners[product]) diverted += (pricesCents[l] - market.Products[l].UnitCostCents) * Gamma(panels[s], l, product);
            if (income.IsNothing) continue;
            earned += income[s, product] * panels[s].LambdaMicro[product] / 1e6;
            diverted += IncomeDiverted(income, panels[s], s, product);
        }
        if (lambda <= 0) return null;
        var effective = cost - earned / lambda;
        return new BestReply(effective, effective + (demand * CentsPer100Usd + diverted) / lambda);
    }

    /// <summary>Complement income of those who choose otherwise, none among them.</summary>
    private static double IncomeDiverted(in ComplementIncome income, PanelFigures panel, int segment, int product)
    {
        var none = panel.DemandMilli.Length;
        double diverted = 0, toNone = panel.LambdaMicro[product] / 1e6;
        for (var l = 0; l < none; l++)
        {
            diverted += income[segment, l] * Gamma(panel, l, product);
            toNone -= Gamma(panel, l, product);
        }
        return diverted + income[segment, none] * toNone;
    }

    private static double Gamma(PanelFigures panel, int l, int product) => panel.GammaMicro[l * panel.DemandMilli.Length + product] / 1e6;
}
