using System.Globalization;
using System.Text;

namespace VirtAlliance.Scenarios.Checks;

/// <summary>A scenario check as text for a terminal.</summary>
internal static class CheckText
{
    public static string Of(ScenarioCheck check)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{check.Scenario}: sound\n");
        if (check.Opening is { } opening) Write(text, opening);
        Section(text, "Warnings", check.Warnings.DefaultIfEmpty("none"));
        Section(text, "Defaults used", check.Defaults.Select(d => $"{d.Path}: {d.Value}"));
        return text.ToString();
    }

    private static void Write(StringBuilder text, OpeningFigures opening)
    {
        Section(text, $"Opening, USD a quarter{Row("bookings", "dues", "fixed cost", "research")}",
            opening.Vendors.Select(v => $"{v.Vendor,-22}{Row(Money(v.BookingsUsd), Money(v.DuesUsd), Money(v.FixedCostUsd), Money(v.ResearchUsd))}"));
        Section(text, $"Market{"elasticity",26}{"trial ends in a product",26}",
            opening.Segments.Select(s => $"{s.Segment,-22}{Figure(s.Elasticity),10}{Percent(s.TrialChance),26}").Append($"{"all",-22}{Figure(opening.Elasticity),10}   (−0.3 to −1.5 is usual)"));
        Section(text, $"Conduct{"implied",25}", opening.Conduct.Select(c => $"{c.Product,-22}{Figure(c.Conduct),10}{(c.IsSet ? "   sets its price by it" : "")}"));
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{title}\n");
        foreach (var line in lines) text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
    }

    private static string Row(string a, string b, string c, string d) => $"{a,18}{b,18}{c,18}{d,18}";

    private static string Money(double usd) => usd.ToString("N0", CultureInfo.InvariantCulture);

    private static string Figure(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
