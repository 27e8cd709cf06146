using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;
using VirtAlliance.Results.Traces;

namespace VirtAlliance.Client.Showing;

/// <summary>A traced quarter: tree and waterfall, and where the time went.</summary>
internal static class TraceReport
{
    private const int Columns = 60, MostSpans = 400;

    public static void Write(IAnsiConsole console, TraceAnswer answer)
    {
        Heading.Write(console, $"{answer.Run}, {answer.Quarter}: {Ms(answer.Spans[0].Milliseconds)} ms, trace {answer.Trace}");
        console.Write(Waterfall(answer.Spans));
        if (answer.Spans.Length > MostSpans) console.WriteLine($"and {answer.Spans.Length - MostSpans} more spans");
        if (answer.Orphans > 0) console.WriteLine($"{answer.Orphans} spans whose parent is not there are left out");
        Heading.Write(console, "Phases by silo: milliseconds that calls took there");
        console.Write(ByPhase(answer.Spans));
        Heading.Write(console, "Traced quarters");
        console.WriteLine(string.Join(", ", answer.Traced.Select(t => $"{t.Quarter} ({Ms(t.Milliseconds)} ms)")));
    }

    private static Table Waterfall(ImmutableArray<SpanLine> spans)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("span").AddColumn("silo").AddColumn(new TableColumn("from [[ms]]").RightAligned()).AddColumn(new TableColumn("took [[ms]]").RightAligned()).AddColumn("* on the slowest path");
        foreach (var span in spans.Take(MostSpans))
        {
            var style = span.Slowest ? "bold yellow" : "default";
            var events = span.Events.IsEmpty ? "" : $" ({string.Join(", ", span.Events.CountBy(e => e).Select(e => $"{e.Value} × {e.Key}"))})";
            table.AddRow(
                Markup.Escape($"{new string(' ', 2 * span.Depth)}{span.Title}{events}"), Markup.Escape(span.Silo), Ms(span.Began), Ms(span.Milliseconds),
                $"[{style}]{Bar(span, spans[0].Milliseconds)}{(span.Slowest ? " *" : "")}[/]");
        }
        return table;
    }

    private static string Bar(SpanLine span, double whole)
    {
        int Column(double ms) => whole <= 0 ? 0 : (int)Math.Clamp(Math.Round(ms / whole * Columns), 0, Columns);
        var from = Math.Min(Column(span.Began), Columns - 1);
        return new string(' ', from) + new string('█', Math.Max(1, Column(span.Began + span.Milliseconds) - from));
    }

    private static Table ByPhase(ImmutableArray<SpanLine> spans)
    {
        var silos = spans.Select(s => s.Silo).Distinct().Order(StringComparer.Ordinal).ToArray();
        var table = new Table().Border(TableBorder.Simple).AddColumn("phase").AddColumn(new TableColumn("took").RightAligned());
        foreach (var silo in silos) table.AddColumn(new TableColumn(Markup.Escape(silo)).RightAligned());
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].Depth != 1) continue;
            var calls = spans.Skip(i + 1).TakeWhile(s => s.Depth > 1).Where(s => s.Depth == 2).ToArray();
            table.AddRow([Markup.Escape(spans[i].Title), Ms(spans[i].Milliseconds), .. silos.Select(silo => Ms(calls.Where(c => c.Silo == silo).Sum(c => c.Milliseconds)))]);
        }
        return table;
    }

    private static string Ms(double ms) => ms.ToString("0.00", CultureInfo.InvariantCulture);
}
