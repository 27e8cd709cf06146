namespace VirtAlliance.Scenarios.Claims;

/// <summary>Percentiles of a sample, between neighbours by straight line (type 7 of Hyndman and Fan 1996).</summary>
internal static class Percentile
{
    /// <summary>null for an empty sample; infinite values count as the largest or smallest.</summary>
    public static double? Of(IReadOnlyList<double> sorted, double share)
    {
        if (sorted.Count == 0) return null;
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var (low, high) = (sorted[below], sorted[Math.Min(below + 1, sorted.Count - 1)]);
        return low == high || place == below ? low : low + (place - below) * (high - low);
    }
}
