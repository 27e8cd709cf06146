namespace VirtAlliance.Scenarios.Claims;

/// <summary>Which arms must run for a measure to be known.</summary>
internal static class MeasureArms
{
    /// <summary>Their names; some may come twice.</summary>
    public static IEnumerable<string> Of(Measure? measure) => measure switch
    {
        RatioMeasure ratio => Of(ratio.Numerator).Concat(Of(ratio.Denominator)),
        DifferenceMeasure difference => Of(difference.Minuend).Concat(Of(difference.Subtrahend)),
        LeastMeasure least => least.Of.SelectMany(Of),
        MostMeasure most => most.Of.SelectMany(Of),
        FigureMeasure { Against: { } against } figure => [figure.Arm, against],
        FigureMeasure figure => [figure.Arm],
        _ => [],
    };
}
