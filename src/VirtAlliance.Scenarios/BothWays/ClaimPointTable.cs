using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>Claim points as CSV: <c>claim,way,found,measure,in_bands,point</c>; a point is <c>PATH = VALUE; PATH * FACTOR</c>, empty for the file's own values.</summary>
public static class ClaimPointTable
{
    private const string Header = "claim,way,found,measure,in_bands,point", Between = "; ", Value = " = ", Factor = " * ", Holds = "holds", Fails = "fails";

    /// <summary>All of it; ends with a line break.</summary>
    public static string Write(IEnumerable<ClaimPoint> points)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var p in points)
            text.Append(CultureInfo.InvariantCulture, $"{p.Claim},{(p.Holds ? Holds : Fails)},{Word(p.Found)},{p.Measure:R},{(p.InBands is { } inBands ? Word(inBands) : "")},{Point(p.Moved)}\n");
        return text.ToString();
    }

    /// <summary>A point in words.</summary>
    public static string Point(ImmutableArray<MovedNumber> moved) =>
        string.Join(Between, moved.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Path}{(m.IsScale ? Factor : Value)}{m.Value:R}")));

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It did not write this.</exception>
    public static ImmutableArray<ClaimPoint> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 || lines[0] != Header) throw new FormatException($"expected the header {Header}");
        return [.. lines.Skip(1).Select(Row)];
    }

    private static ClaimPoint Row(string line) => line.Split(',') switch
    {
        [var claim, var way and (Holds or Fails), var found, var measure, var inBands, var point] =>
            new ClaimPoint(claim, way == Holds, IsYes(found), Number(measure), inBands.Length == 0 ? null : IsYes(inBands), Moved(point)),
        _ => throw new FormatException($"expected {Header}, found {line}"),
    };

    private static ImmutableArray<MovedNumber> Moved(string point) => [.. point.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select((text, place) => Move(text, place))];

    private static MovedNumber Move(string text, int place)
    {
        var isScale = text.Contains(Factor, StringComparison.Ordinal);
        return text.Split(isScale ? Factor : Value) is [var path, var value]
            ? new MovedNumber(path, isScale, Number(value)) : throw new FormatException($"expected PATH = VALUE or PATH * FACTOR as number {place + 1} of a point, found {text}");
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsYes(string text) => text switch { "yes" => true, "no" => false, _ => throw new FormatException($"expected yes or no, found {text}") };

    private static string Word(bool yes) => yes ? "yes" : "no";
}
