using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>How well vendors reach segments.</summary>
public static class Channels
{
    /// <summary>Strength of <paramref name="vendor"/> in <paramref name="segment"/>, in [0, 1]; with that of every vendor it took over, <c>1 − (1−a)(1−b)</c>.</summary>
    /// <param name="market">The market.</param>
    /// <param name="heirs">Per vendor who stands where it stood.</param>
    /// <param name="vendor">Index of the vendor.</param>
    /// <param name="segment">Index of the segment.</param>
    public static double Of(MarketDefinition market, ImmutableArray<int> heirs, int vendor, int segment)
    {
        var strength = market.Vendors[vendor].Channels[segment];
        for (var other = 0; other < heirs.Length; other++)
            if (other != vendor && heirs[other] == vendor) strength += (1 - strength) * market.Vendors[other].Channels[segment];
        return strength;
    }
}
