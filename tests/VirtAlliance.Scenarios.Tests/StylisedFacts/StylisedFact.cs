using System.Globalization;

namespace VirtAlliance.Scenarios.Tests.StylisedFacts;

/// <summary>A regularity of real markets, and whether a simulated one shows it.</summary>
/// <param name="Fact">Its name.</param>
/// <param name="Scenario">Where it was looked for.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Result">What came out.</param>
/// <param name="Low">Least that will do.</param>
/// <param name="High">Most that will do.</param>
/// <param name="Digits">After the point.</param>
internal sealed record StylisedFact(string Fact, string Scenario, string Measure, double Result, double Low, double High, int Digits = 2)
{
    public bool IsMet => Result >= Low && Result <= High;

    /// <summary>A row of the page's table.</summary>
    public string Row => $"| {Fact} | {Scenario} | {Measure} | {Tolerance} | {Text(Result)} | {(IsMet ? "met" : "missed")} |";

    private string Tolerance => (double.IsInfinity(High), double.IsInfinity(Low)) switch
    {
        (true, _) => $"at least {Text(Low)}",
        (_, true) => $"at most {Text(High)}",
        _ => $"{Text(Low)} to {Text(High)}",
    };

    private string Text(double number) => number.ToString("F" + Digits, CultureInfo.InvariantCulture);
}
