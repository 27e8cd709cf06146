using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Who owns what after mergers and exits; −1: nobody, as its vendor has exited.</summary>
public static class Ownership
{
    /// <summary>Per product.</summary>
    public static ImmutableArray<int> OfProducts(MarketDefinition market, ImmutableArray<VendorState> vendors) =>
        [.. market.Products.Select(p => Heirs.Living(vendors, p.Vendor))];

    /// <summary>Per franchise.</summary>
    public static ImmutableArray<int> OfFranchises(MarketDefinition market, ImmutableArray<VendorState> vendors) =>
        [.. market.Franchises.Select(f => Heirs.Living(vendors, f.Vendor))];
}
