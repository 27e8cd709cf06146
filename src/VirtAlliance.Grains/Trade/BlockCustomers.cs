using System.Collections.Immutable;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Grains.Trade;

/// <summary>The customers of a block, and its segment's panel if the block holds it: both live through the same quarters.</summary>
internal sealed class BlockCustomers : IDisposable
{
    private readonly CustomerBlock _block;
    private readonly SegmentPanel? _panel;

    private BlockCustomers(CustomerBlock block, SegmentPanel? panel) => (_block, _panel) = (block, panel);

    /// <summary>The last quarter that they lived through; −1 at birth.</summary>
    public int Quarter => _block.Quarter;

    /// <summary>What they hold; no orders.</summary>
    public BlockTrade Stocks => new(_block.Stocks, null);

    public static BlockCustomers Birth(Market market, BlockId block, ImmutableArray<double> likings) =>
        new(CustomerBlock.Birth(market, block, likings), block.HoldsPanel ? SegmentPanel.Birth(market, block.Segment, likings) : null);

    public BlockTrade Choose(MarketConditions conditions) => new(_block.Choose(conditions), _panel?.Choose(conditions));

    public void Dispose() => _block.Dispose();
}
