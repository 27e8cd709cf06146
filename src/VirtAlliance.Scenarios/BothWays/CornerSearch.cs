using System.Collections.Immutable;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>Goes from a point toward a way where no drawn point went: to the corner where each number alone helps most, then one number at a time.</summary>
/// <param name="numbers">The uncertain numbers.</param>
/// <param name="evaluate">A point's measure; asked by several threads at once.</param>
/// <param name="way">Where to.</param>
internal sealed class CornerSearch(ImmutableArray<UncertainNumber> numbers, Func<ImmutableArray<double?>, double> evaluate, Way way)
{
    private const double NearLow = 0.005, NearHigh = 0.995;

    private const int Rounds = 2;

    private readonly ImmutableArray<ImmutableArray<double?>> _ends =
        [.. numbers.Select(n => ImmutableArray.Create<double?>(PointValues.At(n, NearLow), PointValues.At(n, NearHigh)))];

    /// <summary>The farthest point on the way that was found, and its measure; the search ends with the first that goes it.</summary>
    public (ImmutableArray<double?> Point, double Measure) From(ImmutableArray<double?> start, double measure)
    {
        var best = (Point: start, Measure: measure);
        best = Better(best, Corner(best));
        for (var round = 0; round < Rounds && !way.Goes(best.Measure); round++)
        {
            var before = best.Measure;
            for (var i = 0; i < numbers.Length && !way.Goes(best.Measure); i++) best = Better(best, Ends(best.Point, i));
            if (best.Measure.Equals(before)) break;
        }
        return best;
    }

    /// <summary>The corner of all numbers' better ends, each judged alone from the start.</summary>
    private IEnumerable<(ImmutableArray<double?> Point, double Measure)> Corner((ImmutableArray<double?> Point, double Measure) start)
    {
        var alone = Measured([.. numbers.SelectMany((_, i) => _ends[i].Select(end => start.Point.SetItem(i, end)))]);
        var corner = start.Point;
        for (var i = 0; i < numbers.Length; i++)
        {
            var better = Better(start, alone.Skip(2 * i).Take(2));
            corner = corner.SetItem(i, better.Point[i]);
        }
        return [.. alone, (corner, evaluate(corner))];
    }

    private IEnumerable<(ImmutableArray<double?> Point, double Measure)> Ends(ImmutableArray<double?> point, int number) =>
        Measured([.. _ends[number].Where(end => end != point[number]).Select(end => point.SetItem(number, end))]);

    private (ImmutableArray<double?> Point, double Measure)[] Measured(ImmutableArray<double?>[] points)
    {
        var measures = new double[points.Length];
        Parallel.For(0, points.Length, i => measures[i] = evaluate(points[i]));
        return [.. points.Zip(measures)];
    }

    /// <summary>Of equals the first.</summary>
    private (ImmutableArray<double?> Point, double Measure) Better(
        (ImmutableArray<double?> Point, double Measure) best, IEnumerable<(ImmutableArray<double?> Point, double Measure)> others) =>
        others.Aggregate(best, (a, b) => way.Progress(b.Measure) > way.Progress(a.Measure) ? b : a);
}
