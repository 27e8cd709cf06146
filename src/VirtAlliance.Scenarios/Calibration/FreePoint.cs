using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>Free numbers as coordinates without bounds: the log odds of their probabilities, so that a search never leaves their distributions.</summary>
internal static class FreePoint
{
    /// <summary>Bisection steps that find a value's probability to the last bit that matters.</summary>
    private const int Halvings = 60;

    private const double Furthest = 1e-6;

    /// <summary>In (0, 1).</summary>
    public static double Probability(double coordinate) => Math.Clamp(1 / (1 + ExactMath.Exp(-Math.Clamp(coordinate, -30, 30))), Furthest, 1 - Furthest);

    /// <summary>Where the file's own values lie; those outside their distribution at its end.</summary>
    public static double[] Start(ImmutableArray<UncertainNumber> free, Map root) => [.. free.Select(f => Coordinate(ProbabilityOf(f.Spread, f.CentralOf(root))))];

    private static double Coordinate(double probability) => ExactMath.Log(probability / (1 - probability));

    private static double ProbabilityOf(Distribution spread, double value)
    {
        double low = 0, high = 1;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (spread.Quantile(Math.Clamp(middle, Furthest, 1 - Furthest)) < value) low = middle;
            else high = middle;
        }
        return Math.Clamp((low + high) / 2, 0.01, 0.99);
    }
}
