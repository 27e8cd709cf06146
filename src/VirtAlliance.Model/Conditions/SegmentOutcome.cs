using System.Collections.Immutable;

namespace VirtAlliance.Model.Conditions;

/// <summary>What customers of a block, of a segment or of more of it did in a quarter. Arrays over products end with <c>none</c> where the stocks of those without a product belong to them.</summary>
/// <param name="Customers">Customers per product and none, at quarter's end.</param>
/// <param name="Seats">Their seats, not multiplied by stands-for.</param>
/// <param name="OrderedSeats">Seats ordered per product, not multiplied.</param>
/// <param name="OrderedSeatQuarters">Seats times quarters ordered per product, not multiplied.</param>
/// <param name="FranchiseSeats">Seats of the holders of each franchise, at quarter's end, not multiplied.</param>
public sealed record CustomerTotals(
    ImmutableArray<long> Customers,
    ImmutableArray<long> Seats,
    ImmutableArray<long> OrderedSeats,
    ImmutableArray<long> OrderedSeatQuarters,
    ImmutableArray<long> FranchiseSeats);

/// <summary>A segment's panel in a quarter, scaled to all its customers and multiplied by stands-for; integers, so that they add up in any order.</summary>
/// <param name="DemandMilli">D_j: expected demand per product [10⁻³ seat-quarters].</param>
/// <param name="LambdaMicro">Λ_j per product [10⁻⁶ seat-quarters per 100 USD].</param>
/// <param name="GammaMicro">Γ_jl, row by row over products [10⁻⁶ seat-quarters per 100 USD]; symmetric.</param>
/// <param name="SurplusCents">Consumer surplus [cents]; only differences between arms mean anything.</param>
public sealed record PanelFigures(ImmutableArray<long> DemandMilli, ImmutableArray<long> LambdaMicro, ImmutableArray<long> GammaMicro, long SurplusCents);

/// <summary>What the first members of a segment's panel run and hold at quarter's end; their tastes and seats follow from their births.</summary>
/// <param name="Products">A product's index each, the number of products for none.</param>
/// <param name="Franchises">A bit per franchise each.</param>
public sealed record SegmentSurvey(ImmutableArray<byte> Products, ImmutableArray<byte> Franchises);
