using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Customers;

/// <summary>The customers of one block as columns in native memory: tastes, seats, product, franchises.</summary>
public sealed class CustomerBlock : IDisposable
{
    private readonly BlockState _state;
    private readonly Segment _segment;
    private readonly BlockId _block;

    private CustomerBlock(Market market, BlockId block, BlockState state)
    {
        _segment = market.Definition.Segments[block.Segment];
        _block = block;
        _state = state;
    }

    /// <summary>The block's customers as they are before quarter 0.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="block">Which block.</param>
    /// <param name="likings">ξ of the opening market's products in this segment [utils].</param>
    public static CustomerBlock Birth(Market market, BlockId block, ImmutableArray<double> likings) =>
        Birth(market, block, likings, FirstProducts.Of(market, block.Segment, likings));

    internal static CustomerBlock Birth(Market market, BlockId block, ImmutableArray<double> likings, FirstProducts first)
    {
        var state = new BlockState(market, block, likings);
        BlockBirth.Fill(market, block.Segment, state, first);
        var born = new CustomerBlock(market, block, state);
        new BlockCensus(state).CountAll();
        return born;
    }

    /// <summary>The last quarter that its customers lived through; −1 at birth.</summary>
    public int Quarter { get; private set; } = -1;

    /// <summary>Choices that its customers made in that quarter: of those at their contract dates, and of those who tried.</summary>
    public long Decisions => _state.Tally.Decisions;

    /// <summary>Customers and seats per product as they stand; no orders.</summary>
    public CustomerTotals Stocks => _state.Stocks.Totals(orders: false);

    /// <summary>Product of each place, in the order of storage: <see cref="MarketDefinition.Products"/>' index, its length for none, 255 for a place without a customer.</summary>
    public ReadOnlySpan<byte> Products => _state.Columns.Products;

    /// <summary>Franchises of each place, a bit each, in the order of storage.</summary>
    public ReadOnlySpan<byte> Franchises => _state.Columns.Franchises;

    /// <summary>Place in the order of storage of the customer with this index in the segment.</summary>
    public int PositionOf(long customer) => _state.Layout.PositionOf(checked((int)(customer - _block.First)));

    /// <summary>Takes up what a block of the same market and id looked like after <paramref name="quarter"/>.</summary>
    /// <param name="quarter">Last quarter that it lived through; −1: birth.</param>
    /// <param name="products">Its <see cref="Products"/>.</param>
    /// <param name="franchises">Its <see cref="Franchises"/>.</param>
    /// <exception cref="ArgumentException">A column has another length.</exception>
    public void Restore(int quarter, ReadOnlySpan<byte> products, ReadOnlySpan<byte> franchises)
    {
        if (products.Length != Products.Length || franchises.Length != Franchises.Length)
            throw new ArgumentException($"columns of {products.Length} and {franchises.Length} places do not fit a block of {Products.Length}");
        products.CopyTo(_state.Columns.Products);
        franchises.CopyTo(_state.Columns.Franchises);
        Quarter = quarter;
        new BlockCensus(_state).CountAll();
    }

    /// <summary>One quarter: newcomers come, those in the market choose. Quarters follow one another without a gap.</summary>
    /// <exception cref="ArgumentException">The conditions are not those of the next quarter.</exception>
    public CustomerTotals Choose(MarketConditions conditions)
    {
        if (conditions.Quarter != Quarter + 1) throw new ArgumentException($"quarter {conditions.Quarter} does not follow quarter {Quarter}", nameof(conditions));
        var here = conditions.Segments[_block.Segment];
        new BlockCensus(_state).Welcome((int)_state.Stocks.AllCustomers, (int)Math.Clamp(here.Customers - _block.First, 0, _state.Layout.Customers));
        Trade(conditions, Adoption.TrialProbability(_segment, here));
        Quarter = conditions.Quarter;
        return _state.Stocks.Totals(orders: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    [SkipLocalsInit]
    private unsafe void Trade(MarketConditions conditions, float trialProbability)
    {
        _state.Write(conditions);
        _state.Tally.Decisions = 0;
        var memory = stackalloc byte[TileScratch.Bytes(_state.Terms.OptionCount)];
        var quarter = new BlockQuarter(_state, (uint)conditions.Quarter, trialProbability, TileScratch.In(memory));
        for (var phase = 0; phase < _state.Layout.Phases; phase++)
        {
            var sinceDate = (conditions.Quarter + phase) % _state.Layout.Phases;
            _state.Tally.Clear();
            quarter.Choose(_state.Layout, phase, due: sinceDate == 0);
            _state.Book(phase, _state.Layout.Phases - sinceDate, due: sinceDate == 0);
        }
    }
}
