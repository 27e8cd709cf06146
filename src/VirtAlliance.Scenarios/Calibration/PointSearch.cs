using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>Looks for the point of least distance without derivatives: Nelder and Mead's simplex (1965), once restarted where it ended.</summary>
internal static class PointSearch
{
    private const double FirstStep = 0.8, SecondStep = 0.3, Tolerance = 1e-3;

    /// <summary>The best point seen; the start, if nothing is better.</summary>
    /// <param name="start">Coordinates to start from.</param>
    /// <param name="evaluations">How often <paramref name="distance"/> may be asked.</param>
    /// <param name="distance">What is made small; the same answer for the same point.</param>
    public static double[] Least(double[] start, int evaluations, Func<double[], double> distance)
    {
        var (best, least, asked) = (start, distance(start), 1);
        double Ask(Vector<double> at)
        {
            if (++asked > evaluations) throw new OutOfEvaluationsException();
            var point = at.ToArray();
            var found = distance(point);
            if (found < least) (best, least) = (point, found);
            return found;
        }
        try
        {
            foreach (var step in new[] { FirstStep, SecondStep }) Descend(best, step, evaluations, Ask);
        }
        catch (OutOfEvaluationsException)
        {
            return best;
        }
        return best;
    }

    private static void Descend(double[] start, double step, int evaluations, Func<Vector<double>, double> ask)
    {
        try
        {
            var build = Vector<double>.Build;
            NelderMeadSimplex.Minimum(ObjectiveFunction.Value(ask), build.DenseOfArray(start), build.Dense(start.Length, step), Tolerance, evaluations);
        }
        catch (MaximumIterationsException)
        {
            // as good as it gets: the best point seen stands
        }
    }

    private sealed class OutOfEvaluationsException : Exception;
}
