using System.Collections.Immutable;

namespace VirtAlliance.Model.Partnership;

/// <summary>Splits whole amounts so that nothing is lost: everybody gets the whole part of their quota, the largest remainders get the units left (Hamilton's method).</summary>
public static class LargestRemainder
{
    private const double Scale = 1L << 53;

    /// <summary>Parts of <paramref name="total"/> in proportion to <paramref name="weights"/>; they add up to it. Equal remainders: the earlier first.</summary>
    /// <exception cref="ArgumentException">Something is to be split, and all weights are zero, or one is negative.</exception>
    public static ImmutableArray<long> Split(long total, ReadOnlySpan<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        Int128 all = 0;
        foreach (var weight in weights) all += weight >= 0 ? weight : throw new ArgumentException("a weight is negative", nameof(weights));
        var parts = new long[weights.Length];
        if (total == 0) return [.. parts];
        if (all == 0) throw new ArgumentException("there is nobody to split among", nameof(weights));

        var remainders = new Int128[weights.Length];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            (var whole, remainders[i]) = Int128.DivRem((Int128)total * weights[i], all);
            parts[i] = (long)whole;
            left -= parts[i];
        }
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take((int)left)) parts[i]++;
        return [.. parts];
    }

    /// <summary>The same by real weights, taken as multiples of 2⁻⁵³ of the largest.</summary>
    /// <exception cref="ArgumentException">Something is to be split, and all weights are zero, or one is negative.</exception>
    public static ImmutableArray<long> Split(long total, ReadOnlySpan<double> weights)
    {
        var largest = 0.0;
        foreach (var weight in weights) largest = Math.Max(largest, weight);
        var whole = new long[weights.Length];
        for (var i = 0; i < whole.Length && largest > 0; i++) whole[i] = (long)Math.Round(weights[i] / largest * Scale, MidpointRounding.ToEven);
        return Split(total, whole);
    }
}
