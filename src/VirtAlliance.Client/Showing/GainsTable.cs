using System.Globalization;
using Spectre.Console;
using VirtAlliance.Results.Figures;

namespace VirtAlliance.Client.Showing;

/// <summary>What each vendor earns more than in the baseline [million USD].</summary>
internal static class GainsTable
{
    /// <summary>One arm: a row per vendor, a column per horizon.</summary>
    public static Table ByHorizon(StudyGains gains, string baseline, string arm)
    {
        var horizons = gains.Arms.Where(a => a.Arm == arm).ToArray();
        var table = New("vendor", [Markup.Escape(baseline), .. horizons.Select(h => $"to {h.To}")]);
        for (var v = 0; v < gains.Vendors.Length; v++)
            table.AddRow([Markup.Escape(gains.Vendors[v]), Millions(gains.BaselineUsd[v], ""), .. horizons.Select(h => Millions(h.Usd[v], "+"))]);
        return table;
    }

    /// <summary>Many arms: a row per arm, a column per vendor, over the whole run.</summary>
    public static Table ByArm(StudyGains gains)
    {
        var table = New("arm", [.. gains.Vendors.Select(Markup.Escape)]);
        foreach (var arm in gains.Arms.GroupBy(a => a.Arm).Select(g => g.First())) table.AddRow([Markup.Escape(arm.Arm), .. arm.Usd.Select(g => Millions(g, "+"))]);
        return table;
    }

    private static Table New(string first, IEnumerable<string> others)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(first);
        foreach (var other in others) table.AddColumn(new TableColumn(other).RightAligned());
        return table;
    }

    private static string Millions(double usd, string plus) => (usd / 1e6).ToString($"{plus}#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
