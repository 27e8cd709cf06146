using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>Silos, one a row.</summary>
internal static class SiloTable
{
    public static Table Of(IEnumerable<SiloAnswer> silos)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("silo").AddColumn(new TableColumn("pid").RightAligned()).AddColumn("address").AddColumn("status").AddColumn("health");
        table.AddColumn(new TableColumn("heard, s ago").RightAligned()).AddColumn(new TableColumn("grains").RightAligned());
        foreach (var silo in silos)
            table.AddRow(
                Markup.Escape(silo.Name), Text(silo.Pid), silo.Address ?? "", silo.Status, silo.Health, Text(silo.HeardSecondsAgo), Text(silo.Grains));
        return table;
    }

    private static string Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
