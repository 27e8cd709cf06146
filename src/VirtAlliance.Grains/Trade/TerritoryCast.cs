using System.Collections.Immutable;
using Orleans;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Grains.Trade;

/// <summary>The grains that a distributor deals with.</summary>
internal sealed class TerritoryCast
{
    private TerritoryCast(ImmutableArray<BlockId> blocks, ImmutableArray<ISegmentGrain> segments, ImmutableArray<IVendorGrain> vendors) =>
        (Blocks, Segments, Vendors) = (blocks, segments, vendors);

    /// <summary>The territory's blocks, by segment and index.</summary>
    public ImmutableArray<BlockId> Blocks { get; }

    /// <summary>A grain per block.</summary>
    public ImmutableArray<ISegmentGrain> Segments { get; }

    /// <summary>A grain per vendor of the market.</summary>
    public ImmutableArray<IVendorGrain> Vendors { get; }

    public static TerritoryCast Of(IGrainFactory grains, string run, int territory, Market market)
    {
        var blocks = market.Territories[territory];
        return new TerritoryCast(
            blocks,
            [.. blocks.Select(b => grains.GetGrain<ISegmentGrain>(GrainKeys.Of(run, b)))],
            [.. market.Definition.Vendors.Select(v => grains.GetGrain<IVendorGrain>(GrainKeys.Of(run, v.Id)))]);
    }

    /// <summary>Adds up what blocks did, segment by segment.</summary>
    public ImmutableArray<SegmentTrade> AddUp(IReadOnlyList<BlockTrade> blocks)
    {
        var segments = ImmutableArray.CreateBuilder<SegmentTrade>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var (segment, block) = (Blocks[i].Segment, blocks[i]);
            if (segments.Count == 0 || segments[^1].Segment != segment) segments.Add(new SegmentTrade(segment, block.Totals, block.Panel, block.Survey));
            else segments[^1] = segments[^1].Plus(block);
        }
        return segments.ToImmutable();
    }
}
