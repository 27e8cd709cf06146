using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>How well vendors reach segments.</summary>
public static class Channels
{
    /// <summary>Strength of <paramref name="vendor"/> in <paramref name="segment"/>, in [0, 1]; with that of every vendor it took over, <c>1 − (1−a)(1−b)</c>.</summary>
    public static double Of(MarketDefinition market, ImmutableArray<VendorState> vendors, int vendor, int segment)
    {
        var strength = market.Vendors[vendor].Channels[segment];
        for (var other = 0; other < vendors.Length; other++)
            if (other != vendor && Heirs.Of(vendors, other) == vendor) strength += (1 - strength) * market.Vendors[other].Channels[segment];
        return strength;
    }
}
