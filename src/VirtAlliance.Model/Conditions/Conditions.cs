using System.Collections.Immutable;

namespace VirtAlliance.Model.Conditions;

/// <summary>All that customers need to know of a quarter to choose, and all that a replay of them needs.</summary>
/// <param name="Quarter">Number of the quarter, 0 being the scenario's first; −1 for the opening book.</param>
/// <param name="Products">A row per product, in the market's order.</param>
/// <param name="Technologies">A row per technology.</param>
/// <param name="FranchiseOwners">Per franchise the vendor that owns it now; −1: nobody.</param>
/// <param name="Segments">A row per segment.</param>
public sealed record MarketConditions(
    int Quarter,
    ImmutableArray<ProductConditions> Products,
    ImmutableArray<TechnologyConditions> Technologies,
    ImmutableArray<int> FranchiseOwners,
    ImmutableArray<SegmentConditions> Segments);

/// <param name="Owner">Index of the vendor that sells it now; −1: nobody.</param>
/// <param name="OnOffer">False: left out of every choice set.</param>
/// <param name="PriceCents">Posted price, surcharges left aside.</param>
/// <param name="Quality">Q: the technology's quality plus the product's own.</param>
/// <param name="Marketing">μ: utility by alliances' marketing [utils].</param>
public readonly record struct ProductConditions(int Owner, bool OnOffer, long PriceCents, double Quality, double Marketing);

/// <param name="Openness">In [0, 1].</param>
/// <param name="Network">N: share of all seats in use at the end of last quarter, plus what alliances announced.</param>
public readonly record struct TechnologyConditions(double Openness, double Network);

/// <param name="Customers">N(t): customers that exist.</param>
/// <param name="Adopters">Customers with a product at the end of last quarter: A's numerator.</param>
/// <param name="AdoptersOf">Customers at the end of last quarter: A's denominator.</param>
/// <param name="PriceCents">Price of each product here, surcharges included [cents per seat and quarter].</param>
/// <param name="Reach">R of each product here, in [0, 1]; 0: left out of the choice set.</param>
public sealed record SegmentConditions(long Customers, long Adopters, long AdoptersOf, ImmutableArray<long> PriceCents, ImmutableArray<double> Reach);
