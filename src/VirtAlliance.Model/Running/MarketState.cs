using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>A market at the end of a quarter: all that the next one starts from, customers' own state left aside.</summary>
/// <param name="Quarter">The quarter that closed; −1 at the opening.</param>
/// <param name="Vendors">A row per vendor.</param>
/// <param name="Alliances">By id; those founded in mid-run included.</param>
/// <param name="Technologies">A row per technology.</param>
/// <param name="SteeredQuality">Per product the own quality that steering an alliance's research has brought it.</param>
/// <param name="PostedCents">Per product the price last posted.</param>
/// <param name="Segments">Per segment what its customers did, and hold.</param>
/// <param name="Panels">Per segment the panel's figures of the quarter; at the opening, those of the opening book.</param>
public sealed record MarketState(
    int Quarter,
    ImmutableArray<VendorState> Vendors,
    ImmutableArray<AllianceState> Alliances,
    ImmutableArray<TechnologyState> Technologies,
    ImmutableArray<double> SteeredQuality,
    ImmutableArray<long> PostedCents,
    ImmutableArray<CustomerTotals> Segments,
    ImmutableArray<PanelFigures> Panels)
{
    /// <summary>Per segment what the survey shows; empty in quarters after which no forecast is made (<see cref="Demand.Surveys"/>).</summary>
    public ImmutableArray<SegmentSurvey> Surveys { get; init; } = [];
}
