using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>Claims and what became of them.</summary>
internal static class VerdictTable
{
    public static Table Of(IEnumerable<ClaimAnswer> claims)
    {
        var table = new Table().Border(TableBorder.Simple).Title("Claims");
        table.AddColumn("claim").AddColumn("verdict").AddColumn(new TableColumn("holds in").RightAligned()).AddColumn("90 % of outcomes");
        foreach (var claim in claims)
            table.AddRow(Markup.Escape(claim.Claim), Markup.Escape(claim.Verdict), Text(claim.Probability, "0 %"), claim.Low is null ? "" : $"{Text(claim.Low, "G4")} to {Text(claim.High, "G4")}");
        return table;
    }

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
