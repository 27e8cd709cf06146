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
        table.AddColumn("silo").AddColumn(new TableColumn("pid").RightAligned()).AddColumn("address").AddColumn("status");
        foreach (var silo in silos)
            table.AddRow(Markup.Escape(silo.Name), silo.Pid?.ToString(CultureInfo.InvariantCulture) ?? "", silo.Address ?? "", silo.Status);
        return table;
    }
}
