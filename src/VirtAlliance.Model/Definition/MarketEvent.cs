using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VirtAlliance.Model.Definition;

/// <summary>Something that the scenario makes happen in quarter <paramref name="At"/>.</summary>
[JsonDerivedType(typeof(PriceEvent), "price")]
[JsonDerivedType(typeof(QualityShock), "quality-shock")]
[JsonDerivedType(typeof(ReachShock), "reach-shock")]
[JsonDerivedType(typeof(ProductEnters), "enters")]
[JsonDerivedType(typeof(ProductWithdraws), "withdraws")]
[JsonDerivedType(typeof(VendorExits), "vendor-exits")]
[JsonDerivedType(typeof(Merger), "merger")]
[JsonDerivedType(typeof(AllianceFounded), "founds")]
[JsonDerivedType(typeof(VendorJoins), "joins")]
[JsonDerivedType(typeof(VendorLeaves), "leaves")]
public abstract record MarketEvent(int At);

/// <summary>A price moves by a fraction of itself, or to a value; exactly one of the two is given.</summary>
/// <param name="At">Quarter.</param>
/// <param name="Product">Whose price.</param>
/// <param name="By">Fraction of the price in force.</param>
/// <param name="ToCents">New price.</param>
/// <param name="HoldQuarters">How long a rule may not move the price, counting this quarter. For a surcharge, how long it lasts; 0: for good.</param>
/// <param name="Segments">Where it holds, as a surcharge on the posted price there; empty: everywhere.</param>
public sealed record PriceEvent(int At, int Product, double? By, long? ToCents, int HoldQuarters, ImmutableArray<int> Segments) : MarketEvent(At);

/// <summary>Adds to a technology's quality, for good.</summary>
public sealed record QualityShock(int At, int Technology, double Quality) : MarketEvent(At);

/// <summary>Sets a product's reach in a segment.</summary>
public sealed record ReachShock(int At, int Segment, int Product, double Reach) : MarketEvent(At);

/// <summary>A product comes on offer (again).</summary>
public sealed record ProductEnters(int At, int Product) : MarketEvent(At);

/// <summary>A product is no longer on offer.</summary>
public sealed record ProductWithdraws(int At, int Product) : MarketEvent(At);

/// <summary>A vendor gives up: products withdrawn, memberships ended.</summary>
public sealed record VendorExits(int At, int Vendor) : MarketEvent(At);

/// <summary>A vendor is taken over whole.</summary>
public sealed record Merger(int At, int Vendor, int Into) : MarketEvent(At);

/// <summary>An alliance is founded.</summary>
public sealed record AllianceFounded(int At, int Alliance) : MarketEvent(At);

/// <summary>A vendor applies to an alliance.</summary>
public sealed record VendorJoins(int At, int Alliance, int Vendor, int Tier) : MarketEvent(At);

/// <summary>A vendor leaves an alliance.</summary>
public sealed record VendorLeaves(int At, int Alliance, int Vendor) : MarketEvent(At);
