using System.Collections.Immutable;

namespace VirtAlliance.Model.Firms;

/// <summary>What a vendor posts in a quarter: a row per product it owns, in the market's order.</summary>
public sealed record VendorOffer(int Vendor, ImmutableArray<ProductPrice> Prices);
