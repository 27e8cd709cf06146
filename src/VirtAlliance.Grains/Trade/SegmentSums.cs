using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Trade;

internal static class SegmentSums
{
    /// <summary>With another block of the segment.</summary>
    public static SegmentTrade Plus(this SegmentTrade segment, BlockTrade block) =>
        segment with { Totals = PurchasePhase.Add(segment.Totals, block.Totals), Panel = segment.Panel ?? block.Panel, Survey = segment.Survey ?? block.Survey };

    /// <summary>With the segment's part in another territory.</summary>
    public static SegmentTrade Plus(this SegmentTrade segment, SegmentTrade other) =>
        segment with { Totals = PurchasePhase.Add(segment.Totals, other.Totals), Panel = segment.Panel ?? other.Panel, Survey = segment.Survey ?? other.Survey };
}
