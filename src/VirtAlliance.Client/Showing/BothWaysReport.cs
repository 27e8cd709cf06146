using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using VirtAlliance.Scenarios.BothWays;

namespace VirtAlliance.Client.Showing;

/// <summary>Where each claim holds and where it fails.</summary>
internal static class BothWaysReport
{
    public static void Write(IAnsiConsole console, ImmutableArray<ClaimPoint> points, string file)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("claim").AddColumn("way").AddColumn(new TableColumn("measure").RightAligned()).AddColumn("bands").AddColumn("where");
        foreach (var p in points)
            table.AddRow(
                Markup.Escape(p.Claim), p.Holds ? "holds" : "fails", p.Measure.ToString("G5", CultureInfo.InvariantCulture),
                p.InBands switch { true => "inside", false => "outside", null => "" }, Markup.Escape(Where(p)));
        console.Write(table);
        console.WriteLine($"{points.Count(p => p.Found)} of {points.Length} ways found. The list is in {file}");
    }

    private static string Where(ClaimPoint point) => (point.Found, point.Moved.Length) switch
    {
        (false, _) => "nowhere; this is the nearest",
        (true, 0) => "the file's own values",
        _ => ClaimPointTable.Point(point.Moved),
    };
}
