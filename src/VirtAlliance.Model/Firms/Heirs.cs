using System.Collections.Immutable;

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

    /// <summary>The same, if that vendor still trades; −1 if not.</summary>
    public static int Living(ImmutableArray<VendorState> vendors, int vendor)
    {
        var heir = Of(vendors, vendor);
        return vendors[heir].Status == VendorStatus.Active ? heir : -1;
    }

    /// <summary>The vendors that <paramref name="heir"/> stands for, itself among them, in their order.</summary>
    public static IEnumerable<int> HouseOf(ImmutableArray<VendorState> vendors, int heir)
    {
        for (var vendor = 0; vendor < vendors.Length; vendor++)
            if (Of(vendors, vendor) == heir) yield return vendor;
    }
}
