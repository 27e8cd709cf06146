using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Demand;

/// <summary>Demand and how it moves with prices.</summary>
/// <param name="Demand">D_j per product.</param>
/// <param name="Lambda">Λ_j = Σ α P_j: what a unit of price would cost a product if no sale of it were won back by another's odds.</param>
/// <param name="Gamma">Γ_jl = Σ α P_j P_l, row by row over products; symmetric.</param>
public sealed record PriceResponse(ImmutableArray<double> Demand, ImmutableArray<double> Lambda, ImmutableArray<double> Gamma)
{
    private const double MicroPer100Usd = 1e6 * 1e4;

    /// <summary>Number of products.</summary>
    public int Products => Demand.Length;

    /// <summary>All segments together [seat-quarters; per cent of price].</summary>
    public static PriceResponse Of(ImmutableArray<PanelFigures> panels) => new(
        Sum(panels, p => p.DemandMilli, 1e3), Sum(panels, p => p.LambdaMicro, MicroPer100Usd), Sum(panels, p => p.GammaMicro, MicroPer100Usd));

    /// <summary>∂D_j/∂p_l.</summary>
    public double Slope(int product, int price) => Gamma[product * Products + price] - (product == price ? Lambda[product] : 0);

    /// <summary>Per cent of change in <paramref name="product"/>'s demand per per cent of change in the price of <paramref name="withRespectTo"/>; NaN without demand.</summary>
    public double Elasticity(int product, int withRespectTo, double price) => Slope(product, withRespectTo) * price / Demand[product];

    /// <summary>Share of the demand that <paramref name="from"/> loses by a higher price and <paramref name="to"/> gains; with itself: what none gains. NaN without demand.</summary>
    public double Diversion(int from, int to)
    {
        if (from != to) return -Slope(from, to) / Slope(from, from);
        double gained = 0;
        for (var l = 0; l < Products; l++)
            if (l != from) gained += Slope(from, l);
        return 1 + gained / Slope(from, from);
    }

    /// <summary>Per cent of change in all products' demand per per cent by which all prices rise; NaN without demand.</summary>
    public double MarketElasticity(ReadOnlySpan<double> prices)
    {
        double change = 0, demand = 0;
        for (var j = 0; j < Products; j++)
        {
            demand += Demand[j];
            for (var l = 0; l < Products; l++) change += Slope(j, l) * prices[l];
        }
        return change / demand;
    }

    private static ImmutableArray<double> Sum(ImmutableArray<PanelFigures> panels, Func<PanelFigures, ImmutableArray<long>> figures, double unit)
    {
        var sums = new Int128[figures(panels[0]).Length];
        foreach (var panel in panels)
            for (var i = 0; i < sums.Length; i++) sums[i] += figures(panel)[i];
        return [.. sums.Select(s => (double)s / unit)];
    }
}
