using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>Runs that are at work, one a row, and how many wait.</summary>
internal static class WorkTable
{
    private const string Running = "running";

    public static void Write(IAnsiConsole console, IReadOnlyList<RunAnswer> runs)
    {
        var working = runs.Where(r => r.Status == Running).ToArray();
        if (working.Length > 0) console.Write(Of(working));
        var total = working.Sum(r => r.QuartersPerSecond ?? 0);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{working.Length} runs at work, {total:0.#} quarters per second; {runs.Count - working.Length} queued"));
    }

    private static Table Of(IEnumerable<RunAnswer> runs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("run").AddColumn("arm").AddColumn("quarter");
        foreach (var name in new[] { "done", "quarters/s", "retries" }) table.AddColumn(new TableColumn(name).RightAligned());
        table.AddColumn("silo");
        foreach (var run in runs)
            table.AddRow(
                Markup.Escape(run.Run), Markup.Escape(run.Arm), run.Quarter ?? "", string.Create(CultureInfo.InvariantCulture, $"{run.QuartersDone}/{run.Quarters}"),
                (run.QuartersPerSecond ?? 0).ToString("0.0", CultureInfo.InvariantCulture), (run.Retries ?? 0).ToString(CultureInfo.InvariantCulture), Markup.Escape(run.Silo ?? ""));
        return table;
    }
}
