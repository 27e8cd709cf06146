using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Answers;

/// <summary>How a product's demand answers to a price.</summary>
/// <param name="Product">Whose demand.</param>
/// <param name="WithRespectTo">Whose price.</param>
/// <param name="Elasticity">Per cent of demand per per cent of price.</param>
/// <param name="Diversion">Share of the demand that <paramref name="Product"/> loses by a higher price and <paramref name="WithRespectTo"/> gains; on the diagonal: what none gains.</param>
public readonly record struct PriceElasticity(int Product, int WithRespectTo, double Elasticity, double Diversion);

/// <summary>Elasticities and diversion ratios from a quarter's panels.</summary>
public static class Elasticities
{
    /// <summary>A row per ordered pair of products in demand; products that nobody can or would choose have none.</summary>
    /// <param name="panels">Per segment.</param>
    /// <param name="postedCents">Per product, surcharges left aside.</param>
    public static ImmutableArray<PriceElasticity> Of(ImmutableArray<PanelFigures> panels, ImmutableArray<long> postedCents)
    {
        var response = PriceResponse.Of(panels);
        int[] wanted = [.. Enumerable.Range(0, response.Products).Where(j => response.Demand[j] > 0 && response.Slope(j, j) < 0)];
        return [.. wanted.SelectMany(j => wanted.Select(l => new PriceElasticity(j, l, response.Elasticity(j, l, postedCents[l]), response.Diversion(j, l))))];
    }

    /// <summary>Per cent of change in all products' demand per per cent by which all prices rise; NaN without demand.</summary>
    public static double OfMarket(ImmutableArray<PanelFigures> panels, ImmutableArray<long> postedCents)
    {
        var response = PriceResponse.Of(panels);
        double change = 0, demand = 0;
        for (var j = 0; j < response.Products; j++)
        {
            demand += response.Demand[j];
            for (var l = 0; l < response.Products; l++) change += response.Slope(j, l) * postedCents[l];
        }
        return change / demand;
    }
}
