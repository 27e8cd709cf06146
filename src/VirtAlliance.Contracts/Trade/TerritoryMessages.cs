using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Contracts.Trade;

/// <summary>Likings of the segments whose first block lies in a territory.</summary>
[GenerateSerializer, Immutable, Alias("va.territory-likings")]
public sealed record TerritoryLikings(ImmutableArray<SegmentLikings> Segments);

/// <summary>A territory's quarter.</summary>
/// <param name="Segments">Per segment that has blocks here.</param>
/// <param name="Sent">Per vendor that was sent a bulk order.</param>
/// <param name="Silo">Node that the distributor is on.</param>
/// <param name="Retries">Calls that had to be repeated.</param>
[GenerateSerializer, Immutable, Alias("va.territory-trade")]
public sealed record TerritoryTrade(ImmutableArray<SegmentTrade> Segments, ImmutableArray<SentOrder> Sent, SiloAddress Silo, int Retries);

/// <summary>What a segment's customers in a territory did, and hold.</summary>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Totals">Of its blocks in the territory.</param>
/// <param name="Panel">Of the segment; null unless its first block lies here.</param>
/// <param name="Survey">Of the segment; null unless its first block lies here, and somebody forecasts from this quarter's end.</param>
[GenerateSerializer, Immutable, Alias("va.segment-trade")]
public sealed record SegmentTrade(int Segment, CustomerTotals Totals, PanelFigures? Panel, SegmentSurvey? Survey);

/// <summary>A bulk order that a vendor confirmed.</summary>
/// <param name="Vendor">Index of the vendor.</param>
/// <param name="SeatQuarters">In all.</param>
[GenerateSerializer, Immutable, Alias("va.sent-order")]
public readonly record struct SentOrder(int Vendor, long SeatQuarters);
