using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Who stands where a vendor stood, after mergers and exits.</summary>
public static class Heirs
{
    /// <summary>The vendor at the end of the chain of mergers; itself if it never merged.</summary>
    public static int Of(ImmutableArray<VendorState> vendors, int vendor)
    {
        while (vendors[vendor].Status == VendorStatus.Merged) vendor = vendors[vendor].MergedInto;
        return vendor;
    }

    /// <summary>Per vendor who stands where it stood.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<VendorState> vendors) => [.. vendors.Select((_, vendor) => Of(vendors, vendor))];

    /// <summary>Every vendor stands for itself: before any merger.</summary>
    public static ImmutableArray<int> AtOpening(MarketDefinition market) => [.. Enumerable.Range(0, market.Vendors.Length)];

    /// <summary>The vendor at the end of the chain of mergers, if it still trades; −1 if not.</summary>
    public static int Living(ImmutableArray<VendorState> vendors, int vendor)
    {
        var heir = Of(vendors, vendor);
        return vendors[heir].Status == VendorStatus.Active ? heir : -1;
    }

    /// <summary>The vendors that <paramref name="heir"/> stands for, itself among them, in their order.</summary>
    /// <param name="heirs">Per vendor who stands where it stood.</param>
    /// <param name="heir">Index of the vendor.</param>
    public static IEnumerable<int> HouseOf(ImmutableArray<int> heirs, int heir)
    {
        for (var vendor = 0; vendor < heirs.Length; vendor++)
            if (heirs[vendor] == heir) yield return vendor;
    }
}
