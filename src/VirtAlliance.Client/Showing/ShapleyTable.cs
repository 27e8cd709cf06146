using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using VirtAlliance.Scenarios.Coalitions;

namespace VirtAlliance.Client.Showing;

/// <summary>Who adds how much to an alliance [million USD].</summary>
internal static class ShapleyTable
{
    public static Table Of(ImmutableArray<PlayerShare> shares)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("member");
        foreach (var column in new[] { "Shapley value", "gains itself", "adds as the last", "as the only one" }) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var s in shares) table.AddRow(Markup.Escape(s.Vendor), Millions(s.Value), Millions(s.Gain), Millions(s.Adds), Millions(s.Alone));
        table.AddRow("all", Millions(shares.Sum(s => s.Value)), Millions(shares.Sum(s => s.Gain)), "", "");
        return table;
    }

    private static string Millions(double usd) => (usd / 1e6).ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
