using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Pricing;

/// <summary>Demand of given customers, each standing for a weight of equals, for given products; none is worth 0.</summary>
/// <remarks>Prices in any unit, sensitivities in utils per that unit.</remarks>
public sealed class MixedLogit
{
    private readonly ImmutableArray<double> _weights;
    private readonly ImmutableArray<double> _sensitivities;
    private readonly ImmutableArray<double> _utilities;

    /// <param name="weights">Per customer; summing to 1 if demand is to be in shares.</param>
    /// <param name="sensitivities">α per customer.</param>
    /// <param name="utilities">At price 0; per customer, product by product.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public MixedLogit(ImmutableArray<double> weights, ImmutableArray<double> sensitivities, ImmutableArray<double> utilities)
    {
        if (sensitivities.Length != weights.Length || weights.IsEmpty || utilities.Length % weights.Length != 0)
            throw new ArgumentException($"{weights.Length} weights, {sensitivities.Length} sensitivities and {utilities.Length} utilities do not fit together");
        (_weights, _sensitivities, _utilities) = (weights, sensitivities, utilities);
        Products = utilities.Length / weights.Length;
    }

    /// <summary>Number of products, none left aside.</summary>
    public int Products { get; }

    /// <summary>Demand and its response at <paramref name="prices"/>.</summary>
    public PriceResponse At(ReadOnlySpan<double> prices)
    {
        var (demand, lambda, gamma) = (new double[Products], new double[Products], new double[Products * Products]);
        var chances = new double[Products];
        for (var i = 0; i < _weights.Length; i++)
        {
            Choose(i, prices, chances);
            for (var j = 0; j < Products; j++)
            {
                var chance = _weights[i] * chances[j];
                demand[j] += chance;
                lambda[j] += _sensitivities[i] * chance;
                for (var l = 0; l < Products; l++) gamma[j * Products + l] += _sensitivities[i] * chance * chances[l];
            }
        }
        return new PriceResponse([.. demand], [.. lambda], [.. gamma]);
    }

    /// <summary>Consumer surplus, the worth of none left out [unit of prices].</summary>
    public double Surplus(ReadOnlySpan<double> prices)
    {
        var chances = new double[Products];
        double surplus = 0;
        for (var i = 0; i < _weights.Length; i++) surplus += _weights[i] * Choose(i, prices, chances) / _sensitivities[i];
        return surplus;
    }

    /// <summary>Choice probabilities of a customer; returns ln Σe^u.</summary>
    private double Choose(int customer, ReadOnlySpan<double> prices, Span<double> chances)
    {
        double best = 0, total = 0;
        for (var j = 0; j < Products; j++)
        {
            chances[j] = Math.FusedMultiplyAdd(-_sensitivities[customer], prices[j], _utilities[customer * Products + j]);
            best = Math.Max(best, chances[j]);
        }
        for (var j = 0; j < Products; j++) total += chances[j] = ExactMath.Exp(chances[j] - best);
        total += ExactMath.Exp(-best);
        for (var j = 0; j < Products; j++) chances[j] /= total;
        return best + ExactMath.Log(total);
    }
}
