using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>Runs with their digests, whole, so that they can be compared.</summary>
internal static class RunTable
{
    public static Table Of(IEnumerable<RunAnswer> runs)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "run", "arm" }) table.AddColumn(name);
        foreach (var name in new[] { "replicate", "quarters" }) table.AddColumn(new TableColumn(name).RightAligned());
        table.AddColumn("status").AddColumn(new TableColumn("digest").NoWrap());
        foreach (var run in runs)
            table.AddRow(
                Markup.Escape(run.Run), Markup.Escape(run.Arm), Text(run.Replicate), $"{Text(run.QuartersDone)}/{Text(run.Quarters)}",
                Markup.Escape(run.Error is null ? run.Status : $"{run.Status}: {run.Error}"), run.Digest ?? "");
        return table;
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
