using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Answers;

/// <summary>How demand answers to prices, from the panel's figures of a quarter, all segments together.</summary>
/// <remarks>∂D_j/∂p_l = Γ_jl for l ≠ j, Γ_jj − Λ_j for l = j (mixed logit), per 100 USD; units of <see cref="PanelFigures"/>.</remarks>
public static class Substitution
{
    private const double MicroPerMilli = 1e3;
    private const double CentsPerStep = 1e4;

    /// <summary>Relative change of product's demand per relative change of the other's price, in all segments at once; NaN where the product has no demand.</summary>
    public static double Elasticity(QuarterRecord quarter, int product, int other)
    {
        double slope = 0, demand = 0;
        for (var s = 0; s < quarter.Closed.Panels.Length; s++)
        {
            slope += Slope(quarter.Closed.Panels[s], product, other) * quarter.Conditions.Segments[s].PriceCents[other];
            demand += quarter.Closed.Panels[s].DemandMilli[product];
        }
        return demand == 0 ? double.NaN : slope / (MicroPerMilli * CentsPerStep * demand);
    }

    /// <summary>Part of what the other loses by a higher price that goes to the product: Γ_jl / (Λ_l − Γ_ll); −1 for the product itself, NaN where the other loses nothing.</summary>
    public static double Diversion(QuarterRecord quarter, int product, int other)
    {
        double gained = 0, lost = 0;
        foreach (var panel in quarter.Closed.Panels)
        {
            gained += Slope(panel, product, other);
            lost -= Slope(panel, other, other);
        }
        return lost == 0 ? double.NaN : gained / lost;
    }

    private static double Slope(PanelFigures panel, int product, int other)
    {
        var gamma = panel.GammaMicro[product * panel.DemandMilli.Length + other];
        return product == other ? gamma - panel.LambdaMicro[product] : gamma;
    }
}
