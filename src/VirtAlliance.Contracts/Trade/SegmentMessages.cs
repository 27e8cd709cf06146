using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Contracts.Trade;

/// <summary>What a segment's first block solved.</summary>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Likings">ξ per product of the opening market [utils].</param>
/// <param name="Opening">Figures of the opening book over the products of the opening market.</param>
[GenerateSerializer, Immutable, Alias("va.segment-likings")]
public sealed record SegmentLikings(int Segment, ImmutableArray<double> Likings, PanelFigures Opening);

/// <summary>Likings of all segments.</summary>
/// <param name="BySegment">Per segment and product of the opening market [utils].</param>
[GenerateSerializer, Immutable, Alias("va.opening-likings")]
public sealed record OpeningLikings(ImmutableArray<ImmutableArray<double>> BySegment);

/// <summary>What a block's customers did in a quarter, and hold.</summary>
/// <param name="Totals">Of the block.</param>
/// <param name="Panel">Of the segment; null but for its first block, and at birth.</param>
/// <param name="Survey">Of the segment; null but for its first block, in quarters after which somebody forecasts.</param>
[GenerateSerializer, Immutable, Alias("va.block-trade")]
public sealed record BlockTrade(CustomerTotals Totals, PanelFigures? Panel, SegmentSurvey? Survey);
