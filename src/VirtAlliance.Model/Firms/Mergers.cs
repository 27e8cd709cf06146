using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Vendors that take others over whole.</summary>
public static class Mergers
{
    /// <summary>The quarter's mergers that can take place, as (vendor, heir): both trade, and are two. A buyer that was itself taken over buys through its heir.</summary>
    public static IEnumerable<(int Vendor, int Heir)> Of(MarketDefinition market, ImmutableArray<VendorState> vendors, int quarter)
    {
        foreach (var merger in market.Events.OfType<Merger>())
        {
            if (merger.At != quarter || vendors[merger.Vendor].Status != VendorStatus.Active) continue;
            var heir = Heirs.Living(vendors, merger.Into);
            if (heir < 0 || heir == merger.Vendor) continue;
            yield return (merger.Vendor, heir);
            vendors = TakeOver(vendors, merger.Vendor, heir);
        }
    }

    /// <summary>All vendors after <paramref name="heir"/> took <paramref name="vendor"/> over: prices and cash move; what follows from the definition is found by <see cref="Heirs"/>.</summary>
    public static ImmutableArray<VendorState> TakeOver(ImmutableArray<VendorState> vendors, int vendor, int heir)
    {
        var (gone, stays) = (vendors[vendor], vendors[heir]);
        return vendors
            .SetItem(vendor, new VendorState(VendorStatus.Merged, heir, 0, [], [], []))
            .SetItem(heir, stays with
            {
                CashCents = stays.CashCents + gone.CashCents,
                Prices = [.. stays.Prices.Concat(gone.Prices).OrderBy(p => p.Product)],
                RecentTakingsCents = Sum(stays.RecentTakingsCents, gone.RecentTakingsCents),
            });
    }

    /// <summary>Quarter by quarter, the latest last.</summary>
    private static ImmutableArray<long> Sum(ImmutableArray<long> one, ImmutableArray<long> other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        var earlier = longer.Length - shorter.Length;
        return [.. longer.Select((cents, i) => i < earlier ? cents : cents + shorter[i - earlier])];
    }
}
