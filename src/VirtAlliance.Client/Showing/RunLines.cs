using System.Globalization;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>Runs with their digests, a line each: never cut, whatever the terminal's width, so that digests can be compared.</summary>
internal static class RunLines
{
    public static void Write(TextWriter output, IReadOnlyList<RunAnswer> runs)
    {
        if (runs.Count == 0) return;
        string[][] cells =
        [
            ["run", "arm", "replicate", "quarters", "status", "digest"],
            .. runs.Select(r => new[] { r.Run, r.Arm, Text(r.Replicate), $"{Text(r.QuartersDone)}/{Text(r.Quarters)}", r.Status, r.Digest ?? "" }),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(c => cells.Max(row => row[c].Length))];
        foreach (var row in cells) output.WriteLine("  " + string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
        foreach (var run in runs.Where(r => r.Error is not null)) output.WriteLine($"  {run.Run}: {run.Error}");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
