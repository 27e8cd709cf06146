using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Figures;

namespace VirtAlliance.Client.Showing;

/// <summary>What each vendor earns more in each arm than in the baseline.</summary>
internal static class GainsTable
{
    public static Table Of(StudyFigures study)
    {
        var baseline = Markup.Escape(study.Baseline);
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("vendor").AddColumn(new TableColumn(baseline).RightAligned());
        foreach (var arm in study.Others) table.AddColumn(new TableColumn(Markup.Escape(arm)).RightAligned());
        foreach (var row in study.Gains)
            table.AddRow([Markup.Escape(row.Vendor), Millions(row.BaselineUsd, ""), .. row.GainsUsd.Select(g => g is { } usd ? Millions(usd, "+") : "")]);
        return table;
    }

    private static string Millions(double usd, string plus) => (usd / 1e6).ToString($"{plus}#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
