using System.Collections.Immutable;
using VirtAlliance.Scenarios.History;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>How far a point is from history: squared distances of simulated shares from the middles of their bands, and of the free numbers from their medians.</summary>
/// <remarks>
/// A band is read as a 95 % interval, so its half-width is 1.96 standard deviations; a free number's distribution pulls it toward its median by its own standard score.
/// Up to a constant this is minus twice the log of a posterior with independent normal errors (simulated moments, diagonal weights, with a prior).
/// </remarks>
public static class HistoryDistance
{
    private const double HalfWidthInDeviations = 1.959963984540054;

    private const double LeastHalfWidth = 1e-6;

    /// <param name="rows">Observations to fit; others do not count.</param>
    /// <param name="shares">Per observation the simulated share; one without a value counts as far off.</param>
    /// <param name="probabilities">Per free number where it lies in its distribution, in (0, 1).</param>
    public static double Of(ImmutableArray<HistoryRow> rows, ImmutableArray<double> shares, IEnumerable<double> probabilities)
    {
        double sum = 0;
        for (var i = 0; i < rows.Length; i++)
            if (!rows[i].HoldOut) sum += Square(Score(rows[i], double.IsNaN(shares[i]) ? 2 : shares[i]));
        return probabilities.Aggregate(sum, (s, p) => s + Square(NormalQuantile.Of(p)));
    }

    private static double Score(HistoryRow row, double share) =>
        HalfWidthInDeviations * (share - (row.Low + row.High) / 2) / Math.Max((row.High - row.Low) / 2, LeastHalfWidth);

    private static double Square(double x) => x * x;
}
