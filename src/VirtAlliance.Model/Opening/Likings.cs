using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Opening;

/// <summary>Likings that reproduce a segment's shares at the opening: the fixed point of the contraction of Berry, Levinsohn and Pakes (1995).</summary>
/// <remarks>Over the panel's members of quarter 0, each counted once, as if running nothing, none left out. Newton steps shorten the way; the fixed point and the rule to stop are the contraction's.</remarks>
public static class Likings
{
    /// <summary>It stops when no step of the contraction exceeds this [utils],</summary>
    public const double Precision = 1e-12;

    /// <summary>or fails after this many steps.</summary>
    public const int MaxSteps = 1_000;

    /// <summary>Above this mismatch of log shares the contraction goes on alone.</summary>
    private const double NewtonBelow = 1;

    /// <summary>ξ per product of the opening market in <paramref name="segment"/> [utils]; stated ones as they are, 0 for those not to be had.</summary>
    /// <exception cref="LikingsDivergedException">No fixed point within <see cref="MaxSteps"/>; names the segment.</exception>
    public static ImmutableArray<double> Solve(Market opening, int segment)
    {
        var terms = opening.Definition.Segments[segment];
        var likings = terms.Liking.Select(l => l ?? 0).ToArray();
        int[] solved = [.. Enumerable.Range(0, likings.Length).Where(j => terms.Liking[j] is null && terms.Shares[j] > 0)];
        if (solved.Length == 0) return [.. likings];
        var all = solved.Sum(j => terms.Shares[j]);
        var targets = solved.Select(j => terms.Shares[j] / all).ToArray();
        var choices = new UnattachedChoices(opening, segment, solved);
        var steps = FixedPoint(choices, targets) ?? throw new LikingsDivergedException(terms.Id);
        var constant = terms.InsideValue - choices.MeanUtility(targets, steps);
        for (var k = 0; k < solved.Length; k++) likings[solved[k]] = steps[k] + constant;
        return [.. likings];
    }

    /// <summary>A share of which nothing is left in floats still tells which way to move.</summary>
    private const double SmallestShare = 1e-30;

    /// <summary>Likings up to a constant, or null.</summary>
    private static double[]? FixedPoint(UnattachedChoices choices, double[] targets)
    {
        var (likings, moves) = (new double[targets.Length], new double[targets.Length]);
        var (before, newton) = (double.PositiveInfinity, true);
        for (var step = 0; step < MaxSteps; step++)
        {
            choices.Count(likings);
            double largest = 0;
            for (var k = 0; k < targets.Length; k++)
            {
                moves[k] = ExactMath.Log(targets[k] / Math.Max(choices.Share(k), SmallestShare));
                largest = Math.Max(largest, Math.Abs(moves[k]));
            }
            newton &= largest < before;
            before = largest;
            if (newton && largest is > Precision and < NewtonBelow) Newton(choices, targets, moves);
            for (var k = 0; k < targets.Length; k++) likings[k] += moves[k];
            if (largest <= Precision) return likings;
        }
        return null;
    }

    /// <summary>Moves that would close the gap if shares moved in straight lines; left as they are where that has no solution.</summary>
    /// <remarks>Shares do not move with a constant on all likings; the product of shares that is added takes that freedom away and changes no solution.</remarks>
    private static void Newton(UnattachedChoices choices, double[] targets, double[] moves)
    {
        var n = targets.Length;
        var (slopes, gaps) = (new double[n * n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            gaps[k] = targets[k] - choices.Share(k);
            for (var l = 0; l < n; l++)
                slopes[k * n + l] = (k == l ? choices.Share(k) : 0) - choices.ShareOfBoth(Math.Max(k, l), Math.Min(k, l)) + choices.Share(k) * choices.Share(l);
        }
        if (LinearSystem.TrySolve(slopes, gaps)) gaps.CopyTo(moves, 0);
    }
}
