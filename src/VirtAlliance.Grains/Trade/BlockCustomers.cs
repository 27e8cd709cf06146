using System.Collections.Immutable;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Grains.Trade;

/// <summary>The customers of a block, and its segment's panel if the block holds it: both live through the same quarters.</summary>
internal sealed class BlockCustomers : IDisposable
{
    private readonly MarketDefinition _market;
    private readonly CustomerBlock _block;
    private readonly SegmentPanel? _panel;
    private int _panelQuarter = -1;

    /// <summary>True: the block is its segment's only one, so that it holds the twins of all members, who need not choose again.</summary>
    private readonly bool _follows;

    private BlockCustomers(MarketDefinition market, CustomerBlock block, SegmentPanel? panel, bool follows) =>
        (_market, _block, _panel, _follows) = (market, block, panel, follows);

    /// <summary>The last quarter that all of them lived through; −1 at birth.</summary>
    public int Quarter => _panel is null || _follows ? _block.Quarter : Math.Min(_block.Quarter, _panelQuarter);

    /// <summary>The last quarter that the block lived through, whatever its panel did.</summary>
    public int BlockQuarter => _block.Quarter;

    /// <summary>Choices that they made in that quarter.</summary>
    public long Decisions => _block.Decisions;

    /// <summary>What they hold; no orders.</summary>
    public BlockTrade Stocks => new(_block.Stocks, null, null);

    /// <summary>A byte per place.</summary>
    public ReadOnlySpan<byte> Products => _block.Products;

    /// <summary>A byte per place.</summary>
    public ReadOnlySpan<byte> Franchises => _block.Franchises;

    public static BlockCustomers Birth(Market market, BlockId block, ImmutableArray<double> likings) =>
        new(
            market.Definition, CustomerBlock.Birth(market, block, likings), block.HoldsPanel ? SegmentPanel.Birth(market, block.Segment, likings) : null,
            block.HoldsPanel && market.Definition.Segments[block.Segment].CustomersAt(market.Definition.Quarters - 1) <= BlockId.Size);

    /// <summary>Takes up what the block looked like before; the panel, which is not kept, replays.</summary>
    public void Restore(BlockColumns kept) => _block.Restore(kept.Quarter, kept.Products, kept.Franchises);

    /// <summary>A quarter.</summary>
    public BlockTrade Choose(MarketConditions conditions)
    {
        var survey = Surveys.AreTaken(_market, conditions.Quarter);
        var (totals, figures) = _follows ? Led(conditions, survey) : (_block.Choose(conditions), _panel?.Choose(conditions));
        _panelQuarter = conditions.Quarter;
        return new BlockTrade(totals, figures, survey ? _panel?.Survey() : null);
    }

    /// <summary>A quarter of which nobody wants to know the outcome any more.</summary>
    public void Replay(MarketConditions conditions)
    {
        if (_block.Quarter < conditions.Quarter) _block.Choose(conditions);
        if (_follows || _panelQuarter >= conditions.Quarter) return;
        _panel?.Live(conditions);
        _panelQuarter = conditions.Quarter;
    }

    /// <summary>A quarter of a panel that is as the block is.</summary>
    private (CustomerTotals Totals, PanelFigures Figures) Led(MarketConditions conditions, bool survey)
    {
        _panel!.Follow(_block);
        var figures = _panel.Open(conditions);
        var totals = _block.Choose(conditions);
        if (survey) _panel.Follow(_block);
        return (totals, figures);
    }

    public void Dispose()
    {
        _block.Dispose();
        _panel?.Dispose();
    }
}
