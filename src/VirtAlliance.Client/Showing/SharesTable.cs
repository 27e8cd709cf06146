using System.Globalization;
using Spectre.Console;
using VirtAlliance.Results.Figures;

namespace VirtAlliance.Client.Showing;

/// <summary>An arm's shares by year, with a line per product that shows every quarter; of a long run every second or third year and quarter, and so on.</summary>
internal static class SharesTable
{
    private const int Years = 12, Strokes = 60;

    public static Table Of(SeatShares shares)
    {
        var ends = Thin(shares.YearEnds, Years);
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("product");
        foreach (var end in ends) table.AddColumn(new TableColumn(Heading(shares, end)).RightAligned());
        table.AddColumn($"{shares.Starts} to {shares.Starts.Plus(shares.ByQuarter.Length - 1)}");
        var top = shares.ByQuarter.Max(q => q.DefaultIfEmpty().Max());
        for (var p = 0; p < shares.Products.Length; p++)
            table.AddRow([
                Markup.Escape(shares.Products[p]), .. ends.Select(e => Percent(shares.ByQuarter[e][p])),
                Sparkline.Of(Thin(shares.ByQuarter, Strokes).Select(q => q[p]), top)]);
        return table;
    }

    /// <summary>All arms, a row each, in the last quarter; arms may differ in their products.</summary>
    public static Table AtTheEnd(IReadOnlyList<(string Arm, SeatShares Shares)> arms)
    {
        string[] products = [.. arms.SelectMany(a => a.Shares.Products).Distinct()];
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("arm");
        foreach (var product in products) table.AddColumn(new TableColumn(Markup.Escape(product)).RightAligned());
        foreach (var (arm, shares) in arms)
            table.AddRow([Markup.Escape(arm), .. products.Select(p => shares.Products.IndexOf(p) is >= 0 and var at ? Percent(shares.ByQuarter[^1][at]) : "")]);
        return table;
    }

    /// <summary>At most so many, evenly spaced, the last among them.</summary>
    private static T[] Thin<T>(IReadOnlyList<T> all, int atMost)
    {
        var step = (all.Count + atMost - 1) / atMost;
        return [.. all.Where((_, i) => (all.Count - 1 - i) % step == 0)];
    }

    private static string Heading(SeatShares shares, int end)
    {
        var quarter = shares.Starts.Plus(end);
        return quarter.Number == 4 ? quarter.Year.ToString(CultureInfo.InvariantCulture) : quarter.ToString();
    }

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
