using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Client.Showing;

/// <summary>What silos have done since they started, one a row.</summary>
internal static class CountsTable
{
    private static readonly (string Title, Func<SiloCounts, double> Value)[] Columns =
    [
        ("decisions", c => c.Decisions), ("quarters", c => c.Quarters), ("runs", c => c.Runs), ("retries", c => c.Retries), ("replays", c => c.Replays), ("records", c => c.Records),
        ("commits", c => c.Commits), ("messages", c => c.Messages), ("core s", c => c.CpuSeconds), ("MiB", c => c.MemoryBytes >> 20),
    ];

    public static Table Of(IEnumerable<SiloAnswer> silos)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("since its start");
        foreach (var (title, _) in Columns) table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var silo in silos)
            table.AddRow([Markup.Escape(silo.Name), .. Columns.Select(c => silo.Counts is { } counts ? c.Value(counts).ToString("#,0.#", CultureInfo.InvariantCulture) : "")]);
        return table;
    }
}
