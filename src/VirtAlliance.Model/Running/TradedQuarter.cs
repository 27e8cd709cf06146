using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Running;

/// <summary>What became public in the Purchase phase.</summary>
/// <param name="Conditions">Under which customers chose.</param>
/// <param name="Segments">Per segment what its customers did, and hold; all blocks added up.</param>
/// <param name="Panels">Per segment.</param>
public sealed record TradedQuarter(MarketConditions Conditions, ImmutableArray<CustomerTotals> Segments, ImmutableArray<PanelFigures> Panels)
{
    /// <summary>Per segment; empty if no survey is taken this quarter.</summary>
    public ImmutableArray<SegmentSurvey> Surveys { get; init; } = [];
}
