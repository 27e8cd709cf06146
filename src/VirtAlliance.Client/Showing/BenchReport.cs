using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>What was measured, a figure a row.</summary>
internal static class BenchReport
{
    public static void Write(IAnsiConsole console, BenchAnswer answer)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn(new TableColumn("").RightAligned()).AddColumn("");
        foreach (var (what, figure, unit) in Rows(answer)) table.AddRow(Markup.Escape(what), figure, Markup.Escape(unit));
        console.Write(table);
    }

    private static IEnumerable<(string What, string Figure, string Unit)> Rows(BenchAnswer a)
    {
        yield return ("decisions", Show(a.DecisionsPerSecond / 1e6), $"million per second, median of {a.Studies} ({Show(a.DecisionsPerSecondLowest / 1e6)} to {Show(a.DecisionsPerSecondHighest / 1e6)})");
        yield return ("per core", Show(a.DecisionsPerSecondPerCore / 1e6), "million per second");
        if (a.KernelDecisionsPerSecond is { } kernel) yield return ("kernel alone", Show(kernel / 1e6), $"million per second on {a.Cores} threads: through the grains {a.OfKernel:0.00} of it");
        if (a.RunsPerSecond is { } runs) yield return ("runs", Show(runs), "per second");
        yield return ("a run", Show(a.CoreMillisecondsPerRun), "ms of core time");
        yield return ("a quarter", Show(a.QuarterMilliseconds), "ms");
        yield return ("opening", Show(a.OpeningSeconds * 1e3), "ms: likings and births of a run");
        if (a.BytesPerCustomer is { } bytes) yield return ("memory", Show(bytes), $"bytes per customer: {Show(a.PeakBytes / 1048576.0)} MiB in all at the peak");
        yield return ("calls", Show(a.CallsPerQuarter), "per quarter, opening and end included");
        if (a.Silos > 1) yield return ("between silos", Show(a.MessagesPerQuarter), $"messages and {Show(a.BytesBetweenSilosPerQuarter)} bytes per quarter");
        yield return ("core time", $"{a.InKernel:0.0%}", $"in the kernel, {a.InCalls:0.0%} in calls and all else, {a.Waiting:0.0%} waiting");
        yield return ("collections", Show(a.Collections), $"per study, {Show(a.PauseMilliseconds)} ms of pauses");
    }

    private static string Show(double number) => number.ToString(number < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
