namespace VirtAlliance.Client.Showing;

/// <summary>A series as a line of blocks, one per value: the lowest is 0, the highest the given top.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    public static string Of(IEnumerable<double> values, double top) =>
        string.Concat(values.Select(v => Blocks[Math.Clamp((int)(v / Math.Max(top, double.Epsilon) * Blocks.Length), 0, Blocks.Length - 1)]));
}
