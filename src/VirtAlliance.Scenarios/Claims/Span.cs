using VirtAlliance.Model.Answers;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Quarters that a figure is about, both ends included.</summary>
internal readonly record struct Span(int From, int To)
{
    /// <summary>For flows: the quarter or span stated, else the whole run. null: not all of it has been traded.</summary>
    public static Span? OfFlow(FigureMeasure figure, int traded) => Within(figure.At ?? figure.From ?? 0, figure.At ?? figure.To ?? traded - 1, traded);

    /// <summary>For shares, prices and indices: the quarter or span stated, else the last quarter.</summary>
    public static Span? OfLevel(FigureMeasure figure, int traded)
    {
        var to = figure.At ?? figure.To ?? traded - 1;
        return Within(figure.At ?? figure.From ?? (figure.To is null ? to : 0), to, traded);
    }

    /// <summary>For stocks: the quarter stated, else the end of the span, else the last quarter.</summary>
    public static int? OfStock(FigureMeasure figure, int traded)
    {
        var at = figure.At ?? figure.To ?? traded - 1;
        return at < traded ? at : null;
    }

    /// <summary>Its quarters.</summary>
    public IEnumerable<int> Quarters => Enumerable.Range(From, To - From + 1);

    /// <summary>Quarters that both runs have traded.</summary>
    public static int Traded(RunHistory arm, RunHistory against) => Math.Min(arm.Quarters.Length, against.Quarters.Length);

    private static Span? Within(int from, int to, int traded) => to < traded && from <= to ? new Span(from, to) : null;
}
