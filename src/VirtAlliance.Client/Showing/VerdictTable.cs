using System.Globalization;
using Spectre.Console;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Showing;

/// <summary>Claims and what became of them.</summary>
internal static class VerdictTable
{
    public static Table Of(IEnumerable<ClaimVerdict> claims)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("claim").AddColumn("verdict").AddColumn("holds in").AddColumn("median").AddColumn("5 % to 95 %").AddColumn("says");
        foreach (var claim in claims)
            table.AddRow(
                Markup.Escape(claim.Claim), Markup.Escape(Word(claim.Verdict)),
                claim.Probability is null ? "" : $"{Text(claim.Probability, "0 %")} ({Text(claim.Low, "0 %")} to {Text(claim.High, "0 %")})",
                Text(claim.Median, "G5"), claim.P05 is null ? "" : $"{Text(claim.P05, "G5")} to {Text(claim.P95, "G5")}", Markup.Escape(claim.Says));
        return table;
    }

    /// <summary>A verdict as screens and JSON write it.</summary>
    public static string Word(Verdict verdict) => verdict.ToString().ToLower(CultureInfo.InvariantCulture);

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
