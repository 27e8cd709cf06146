using VirtAlliance.Model.Answers;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Figures of one arm against another, over the quarters that both have traded.</summary>
internal static class ComparedFigure
{
    /// <summary>null: not known yet; NaN: no value.</summary>
    public static double? Of(FigureMeasure figure, RunHistory arm, RunHistory against)
    {
        if (Span.OfFlow(figure, Span.Traded(arm, against)) is not { } span) return null;
        var segment = figure.Subject.Kind == SubjectKind.Segment ? figure.Subject.Id : null;
        return figure.Kind switch
        {
            MeasureKind.Gain or MeasureKind.Regret => IsThere(figure, arm, against) ? Gains.Usd(arm, against, figure.Subject.Id, span.From, span.To) : double.NaN,
            MeasureKind.GainShare => AllianceGains.Share(arm, against, figure.Alliance!, figure.Subject.Id, span.From, span.To),
            MeasureKind.GainLead => AllianceGains.Lead(arm, against, figure.Alliance!, figure.Subject.Id, span.From, span.To),
            MeasureKind.Surplus => span.Quarters.Sum(t => SurplusUsd(arm, t, segment) - SurplusUsd(against, t, segment)),
            MeasureKind.PriceEffect => span.Quarters.Sum(t => Welfare.PriceEffectUsd(arm, against, t, segment)),
            _ => throw new ArgumentException($"{figure.Kind} is of one arm", nameof(figure)),
        };
    }

    private static bool IsThere(FigureMeasure figure, RunHistory arm, RunHistory against) =>
        arm.Market.Definition.IndexOfVendor(figure.Subject.Id) >= 0 || against.Market.Definition.IndexOfVendor(figure.Subject.Id) >= 0;

    private static double SurplusUsd(RunHistory history, int quarter, string? segment)
    {
        if (segment is null) return Welfare.SurplusUsd(history, quarter);
        return history.Market.Definition.IndexOfSegment(segment) is >= 0 and var index ? Welfare.SurplusUsd(history, quarter, index) : double.NaN;
    }
}
