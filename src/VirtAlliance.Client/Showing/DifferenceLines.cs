using VirtAlliance.Results.Comparisons;

namespace VirtAlliance.Client.Showing;

/// <summary>The first figure that differs, in words.</summary>
internal static class DifferenceLines
{
    public static void Write(TextWriter output, Difference difference, string first, string second)
    {
        var row = difference.Key.Length == 0 ? "" : $", {difference.Key}";
        output.WriteLine($"{difference.Quarter}: table {difference.Table}{row}{(difference.Column.Length == 0 ? "" : $", {difference.Column}")}");
        var width = Math.Max(first.Length, second.Length);
        output.WriteLine($"  {first.PadRight(width)}  {difference.First ?? "no such row"}");
        output.WriteLine($"  {second.PadRight(width)}  {difference.Second ?? "no such row"}");
    }
}
