using System.Collections.Immutable;
using VirtAlliance.Model.Answers;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>What a measure comes to in one replicate.</summary>
/// <remarks>
/// null: not known, as an arm did not run or not that far. NaN: the figure has no value there (a gain-share when none gains): that bears no claim out.
/// Spans: flows add up over them, shares are of sums over them, prices and indices are means; stocks are taken at their end.
/// </remarks>
public static class MeasureValue
{
    /// <summary>In the unit of <see cref="MeasureKind"/>.</summary>
    public static double? Of(Measure measure, ReplicateHistories histories) => measure switch
    {
        RatioMeasure ratio => Of(ratio.Numerator, histories) / Of(ratio.Denominator, histories),
        DifferenceMeasure difference => Of(difference.Minuend, histories) - Of(difference.Subtrahend, histories),
        LeastMeasure least => Extreme(least.Of, histories, Math.Min),
        MostMeasure most => Extreme(most.Of, histories, Math.Max),
        FigureMeasure figure => Figure(figure, histories),
        _ => throw new ArgumentException($"no measure: {measure}", nameof(measure)),
    };

    /// <summary>Not known if one is not, without a value if one has none.</summary>
    private static double? Extreme(ImmutableArray<Measure> of, ReplicateHistories histories, Func<double, double, double> choose) =>
        of.Select(m => Of(m, histories)).Aggregate((a, b) => a is { } x && b is { } y ? choose(x, y) : null);

    private static double? Figure(FigureMeasure figure, ReplicateHistories histories)
    {
        if (histories.Find(figure.Arm) is not { } arm) return null;
        if (figure.Against is not { } name) return ArmFigure.Of(figure, arm);
        if (histories.Find(name) is not { } against) return null;
        return MeasureNames.Compares(figure.Kind) ? ComparedFigure.Of(figure, arm, against) : ArmFigure.Of(figure, arm) - ArmFigure.Of(figure, against);
    }
}
