using System.Collections.Immutable;
using VirtAlliance.Model.Chance;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Customers;

/// <summary>What a block owns and its quarters work on.</summary>
internal sealed class BlockState : IDisposable
{
    private readonly byte[] _codes;

    public BlockState(Market market, BlockId block, ImmutableArray<double> likings)
        : this(market, block.Segment, likings, BlockLayout.Of(market, block))
    {
    }

    /// <param name="market">The run's market.</param>
    /// <param name="index">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products [utils].</param>
    /// <param name="layout">Where its customers stand.</param>
    public BlockState(Market market, int index, ImmutableArray<double> likings, BlockLayout layout)
    {
        var segment = market.Definition.Segments[index];
        Key = market.Key;
        SegmentHash = market.SegmentHashes[index];
        None = checked((byte)market.None);
        SeatsVary = EstateSize.Of(segment).Vary;
        SeatsOfEach = EstateSize.Of(segment).Seats(0);
        Franchises = market.Definition.Franchises.Length;
        _codes = [.. Enumerable.Range(0, market.None).Select(j => (byte)j)];
        Layout = layout;
        Columns = new CustomerColumns(Layout.Positions);
        Choice = SegmentChoice.InForce(market, index, likings);
        Terms = Choice.NewTerms();
        Wins = new FranchiseWins(market.Definition);
        Tally = new OrderTally(market.None);
        Stocks = new PhaseStocks(Layout.Phases, market.None, market.Definition.Franchises.Length);
    }

    public DrawKey Key { get; }

    public uint SegmentHash { get; }

    /// <summary>Number of none.</summary>
    public byte None { get; }

    /// <summary>False: all estates are of one size.</summary>
    public bool SeatsVary { get; }

    /// <summary>Otherwise: that size.</summary>
    public int SeatsOfEach { get; }

    /// <summary>How many there are.</summary>
    public int Franchises { get; }

    public BlockLayout Layout { get; }

    public CustomerColumns Columns { get; }

    public SegmentChoice Choice { get; }

    public ChoiceTerms Terms { get; }

    public FranchiseWins Wins { get; }

    public OrderTally Tally { get; }

    public PhaseStocks Stocks { get; }

    /// <summary>Takes up a quarter's conditions.</summary>
    public void Write(MarketConditions conditions)
    {
        Choice.Write(Terms, conditions, _codes, None);
        Wins.Write(conditions);
        Stocks.ClearOrders();
    }

    /// <summary>Takes the tally of a phase's orders into the stocks.</summary>
    public void Book(int phase, int quarters, bool due)
    {
        for (var j = 0; j < None; j++)
        {
            Stocks.Order(phase, j, Tally.Customers(j), SeatsOrdered(j), quarters, due);
        }
    }

    /// <summary>Seats of a product in the tally.</summary>
    public long SeatsOrdered(int product) => SeatsVary ? Tally.Seats(product) : Tally.Customers(product) * SeatsOfEach;

    public void Dispose()
    {
        Columns.Dispose();
        Tally.Dispose();
    }
}
