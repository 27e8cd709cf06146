using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Figures;

namespace VirtAlliance.Client.Showing;

/// <summary>What each vendor earns more in each arm than in the baseline.</summary>
internal static class GainsTable
{
    /// <summary>Null if there is nothing to compare.</summary>
    public static Table? Of(IReadOnlyList<ArmFigures> arms, string baseline)
    {
        var against = arms.FirstOrDefault(a => a.Arm == baseline);
        var others = arms.Where(a => a.Arm != baseline).ToArray();
        if (against is null || others.Length == 0) return null;
        var table = new Table().Border(TableBorder.Simple).Title($"Discounted profit [[million USD]]: {Markup.Escape(baseline)}, and gains against it");
        table.AddColumn("vendor").AddColumn(new TableColumn(Markup.Escape(baseline)).RightAligned());
        foreach (var arm in others) table.AddColumn(new TableColumn(Markup.Escape(arm.Arm)).RightAligned());
        foreach (var (vendor, profit) in against.Profits.DiscountedUsd)
            table.AddRow([Markup.Escape(vendor), Millions(profit, ""), .. others.Select(a => Gain(a.Profits, vendor, profit))]);
        return table;
    }

    private static string Gain(VendorProfits arm, string vendor, double profit) =>
        arm.DiscountedUsd.TryGetValue(vendor, out var usd) ? Millions(usd - profit, "+") : "";

    private static string Millions(double usd, string plus) => (usd / 1e6).ToString($"{plus}#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
