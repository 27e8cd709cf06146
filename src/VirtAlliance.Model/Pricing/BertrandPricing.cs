using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Pricing;

/// <summary>Prices that no vendor would change alone, given the others' (Bertrand–Nash, mixed logit).</summary>
/// <remarks>Iterates the ζ map of Morrow and Skerlos (2011), which converges where the plain markup iteration need not.</remarks>
public static class BertrandPricing
{
    /// <summary>Most steps of the iteration.</summary>
    public const int MaxSteps = 1_000;

    /// <summary>It stops when no price moves by more than this part of itself.</summary>
    public const double Precision = 1e-13;

    /// <summary>The fixed point, in the unit of the costs; a vendor rounds to whole cents where it posts.</summary>
    /// <param name="demand">Of the customers.</param>
    /// <param name="ownership">Who prices what.</param>
    /// <param name="unitCosts">Per product.</param>
    /// <exception cref="PricingDivergedException">No fixed point within <see cref="MaxSteps"/>; names the products that still move.</exception>
    public static ImmutableArray<double> FixedPoint(MixedLogit demand, OwnershipWeights ownership, ReadOnlySpan<double> unitCosts)
    {
        var prices = unitCosts.ToArray();
        var moved = new double[prices.Length];
        for (var step = 0; step < MaxSteps; step++)
        {
            var response = demand.At(prices);
            for (var j = 0; j < prices.Length; j++) moved[j] = BestReply(response, ownership, prices, unitCosts, j);
            if (!moved.All(double.IsFinite)) throw new PricingDivergedException(step, [.. StillMoving(prices, moved)]);
            var settled = !StillMoving(prices, moved).Any();
            (prices, moved) = (moved, prices);
            if (settled) return [.. prices];
        }
        throw new PricingDivergedException(MaxSteps, [.. StillMoving(moved, prices)]);
    }

    /// <summary>The unit costs at which <paramref name="prices"/> are the fixed point.</summary>
    /// <exception cref="ArgumentException">No costs, or more than one set of them, explain the prices.</exception>
    public static ImmutableArray<double> UnitCosts(MixedLogit demand, OwnershipWeights ownership, ReadOnlySpan<double> prices)
    {
        var n = prices.Length;
        var response = demand.At(prices);
        var matrix = new double[n * n];
        var margins = response.Demand.ToArray();
        for (var j = 0; j < n; j++)
            for (var l = 0; l < n; l++) matrix[j * n + l] = -ownership[j, l] * response.Slope(l, j);
        if (!LinearSystem.TrySolve(matrix, margins)) throw new ArgumentException("demand does not move with prices", nameof(prices));
        for (var j = 0; j < n; j++) margins[j] = prices[j] - margins[j];
        return [.. margins];
    }

    private static double BestReply(PriceResponse response, OwnershipWeights ownership, ReadOnlySpan<double> prices, ReadOnlySpan<double> unitCosts, int product)
    {
        var kept = response.Demand[product];
        for (var l = 0; l < prices.Length; l++) kept += ownership[product, l] * (prices[l] - unitCosts[l]) * response.Gamma[l * prices.Length + product];
        return unitCosts[product] + kept / response.Lambda[product];
    }

    private static IEnumerable<int> StillMoving(double[] from, double[] to) =>
        Enumerable.Range(0, from.Length).Where(j => !double.IsFinite(to[j]) || Math.Abs(to[j] - from[j]) > Precision * Math.Abs(to[j]));
}
