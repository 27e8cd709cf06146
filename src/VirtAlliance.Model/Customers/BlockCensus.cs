using System.Numerics;
using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Customers;

/// <summary>Takes a block's customers into its stocks, a tile at a time: all of them, or those who come.</summary>
internal readonly unsafe struct BlockCensus(BlockState state)
{
    private readonly BlockState _state = state;

    /// <summary>Stocks from the columns as they stand.</summary>
    public void CountAll()
    {
        var layout = _state.Layout;
        var codes = stackalloc ChoiceOption[_state.None];
        for (var j = 0; j < _state.None; j++) codes[j] = new ChoiceOption { Code = j };
        _state.Stocks.Clear();
        for (var phase = 0; phase < layout.Phases; phase++)
        {
            _state.Tally.Clear();
            for (var tile = layout.FirstTile(phase); tile < layout.FirstTile(phase + 1); tile++) Count(_state.Columns.From(tile * BlockLayout.TileSize), codes);
            for (var j = 0; j < _state.None; j++) _state.Stocks.Hold(phase, j, _state.Tally.Customers(j), _state.SeatsOrdered(j));
        }
    }

    /// <summary>Newcomers appear, with no product: the block's customers from number <paramref name="from"/> up to <paramref name="present"/>.</summary>
    public void Welcome(int from, int present)
    {
        if (from >= present) return;
        var layout = _state.Layout;
        for (var phase = 0; phase < layout.Phases; phase++)
            for (var tile = Math.Max(layout.FirstTile(phase), layout.TileBy(phase, from)); tile <= layout.TileBy(phase, present - 1); tile++)
            {
                var to = _state.Columns.From(tile * BlockLayout.TileSize);
                var who = TileLanes.Mask(Newcomers(layout.CustomerOf(phase, tile), 4 * layout.Phases, from, present));
                Vector512.ConditionalSelect(who, Vector512.Create(_state.None), Vector512.LoadAligned(to.Products)).StoreAligned(to.Products);
                Enter(to, who);
            }
    }

    private void Count(in TileColumns tile, ChoiceOption* codes)
    {
        var products = Vector512.LoadAligned(tile.Products);
        _state.Tally.AddCustomers(products, codes, _state.None);
        if (_state.SeatsVary) _state.Tally.AddSeats(products, tile.Seats, codes, _state.None);
        Enter(tile, ~Vector512.Equals(products, Vector512.Create(CustomerColumns.Absent)));
    }

    /// <summary>Customers, seats, and seats that hold a franchise.</summary>
    private void Enter(in TileColumns tile, Vector512<byte> who)
    {
        _state.Stocks.Enter(BitOperations.PopCount(who.ExtractMostSignificantBits()), Seats(tile, who));
        var held = Vector512.LoadAligned(tile.Franchises);
        for (var f = 0; f < _state.Franchises; f++)
        {
            var without = Vector512.Equals(held & Vector512.Create((byte)(1 << f)), Vector512<byte>.Zero);
            _state.Stocks.Hold(f, Seats(tile, Vector512.AndNot(who, without)));
        }
    }

    private long Seats(in TileColumns tile, Vector512<byte> who) => _state.SeatsVary
        ? Vector512.Sum(TileLanes.SeatsOf(who, tile.Seats))
        : BitOperations.PopCount(who.ExtractMostSignificantBits()) * (long)_state.SeatsOfEach;

    /// <summary>Bits set for those of a tile whose number is in [from, present).</summary>
    private static ulong Newcomers(int first, int apart, int from, int present)
    {
        var (lanes, who) = (Vector512.Create(first) + Vector512<int>.Indices * Vector512.Create(apart), 0ul);
        for (var group = 0; group < 4; group++, lanes += Vector512<int>.One)
            who |= (Vector512.GreaterThanOrEqual(lanes, Vector512.Create(from)) & Vector512.LessThan(lanes, Vector512.Create(present))).ExtractMostSignificantBits() << (16 * group);
        return who;
    }
}
