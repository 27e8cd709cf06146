using System.Numerics;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>One quarter of a block: who is in the market, what they choose, what they win.</summary>
/// <remarks>
/// Some tiles at a time go through one step after the other, so that each step is a short loop that keeps its constants in registers.
/// A tile with enough customers in the market is chosen as it stands; from the others they are gathered, 64 at a time. Either way a customer's choice is the same.
/// </remarks>
internal unsafe struct BlockQuarter
{
    /// <summary>Fewer customers in the market than this are gathered from a tile.</summary>
    private const int DenseFrom = 20;

    private readonly TileColumns _columns;
    private readonly ChoiceKernel _kernel;
    private readonly ChoiceTerms _terms;
    private readonly FranchiseWins _wins;
    private readonly OrderTally _tally;
    private readonly PhaseStocks _stocks;
    private readonly TileScratch* _scratch;
    private readonly Philox16 _choices;
    private readonly Philox16 _winning;
    private readonly MarketScan _scan;
    private readonly bool _seatsVary;
    private int _choosing;
    private int _gathered;

    public BlockQuarter(BlockState block, uint quarter, float trialProbability, TileScratch* scratch)
    {
        _columns = block.Columns.From(0);
        _kernel = new ChoiceKernel(block.Terms, TileScratch.Worth(scratch));
        _terms = block.Terms;
        _wins = block.Wins;
        _tally = block.Tally;
        _stocks = block.Stocks;
        _scratch = scratch;
        _choices = new Philox16(block.Key, block.SegmentHash, quarter, Purpose.Choice);
        _winning = new Philox16(block.Key, block.SegmentHash, quarter, Purpose.FranchiseWon);
        _scan = new MarketScan(new Philox16(block.Key, block.SegmentHash, quarter, Purpose.Trial), trialProbability, block.None);
        _seatsVary = block.SeatsVary;
        _choosing = _gathered = 0;
    }

    /// <summary>The customers of one contract phase choose; their orders are in the tally.</summary>
    /// <param name="layout">Of the block.</param>
    /// <param name="phase">Contract phase.</param>
    /// <param name="due">It is their contract date.</param>
    public void Choose(BlockLayout layout, int phase, bool due)
    {
        unchecked
        {
            var apart = (uint)layout.Phases;
            var end = layout.FirstTile(phase + 1);
            for (var tile = layout.FirstTile(phase); tile < end; tile += TileScratch.Tiles)
            {
                var count = Math.Min(TileScratch.Tiles, end - tile);
                var quad = layout.QuadOf(phase, tile);
                _scan.Find(_columns.Products + tile * BlockLayout.TileSize, quad, apart, count, due, _scratch->Who);
                for (var i = 0; i < count; i++) Admit((tile + i) * BlockLayout.TileSize, quad + (uint)i * BlockLayout.TileQuads * apart, apart, _scratch->Who[i]);
                ChooseAdmitted(apart);
            }
            Flush();
        }
    }

    /// <summary>Those of one tile of scattered customers that are in the market choose.</summary>
    /// <param name="position">Place of the tile.</param>
    /// <param name="identity">Who they are.</param>
    /// <param name="due">Bits set for those at their contract date.</param>
    public readonly void Choose(int position, in TileIdentity identity, Vector512<byte> due)
    {
        var who = _scan.Find(_columns.Products + position, identity, due, _scratch->Words);
        if (who == 0) return;
        Choose(_columns, identity, &position, &who, 1);
    }

    private void Admit(int position, uint quad, uint apart, ulong who)
    {
        if (who == 0) return;
        if (BitOperations.PopCount(who) < DenseFrom)
        {
            Gather(position, quad, apart, who);
            return;
        }
        _scratch->ChoosingAt[_choosing] = position;
        _scratch->ChoosingQuads[_choosing] = quad;
        _scratch->Choosing[_choosing++] = who;
    }

    private void ChooseAdmitted(uint apart)
    {
        if (_choosing == 0) return;
        Choose(_columns, new TileIdentity(_scratch->ChoosingQuads, apart, null, _choosing), _scratch->ChoosingAt, _scratch->Choosing, _choosing);
        _choosing = 0;
    }

    private readonly void Choose(in TileColumns columns, in TileIdentity identity, int* positions, ulong* who, int count)
    {
        unchecked
        {
            identity.DrawUniforms(_choices, _scratch->Uniforms);
            _kernel.Choose(new TileBatch(columns, positions, count, _scratch->Uniforms, _scratch->Chosen));
            var wins = _wins.Rows.Length > 0;
            if (wins) identity.Draw(_winning, _scratch->Words);
            for (var i = 0; i < count; i++)
            {
                var tile = columns.From(positions[i]);
                var ordered = Order(tile, Vector512.LoadAligned(_scratch->Chosen + i * BlockLayout.TileSize), who[i]);
                if (wins) Win(tile, ordered, _scratch->Words + i * BlockLayout.TileSize);
            }
        }
    }

    /// <summary>Customers now run what they chose, and the tally counts it; returns that, and 255 for those not in the market.</summary>
    private readonly Vector512<byte> Order(in TileColumns tile, Vector512<byte> chosen, ulong who)
    {
        if (who != ulong.MaxValue)
        {
            var inMarket = TileLanes.Mask(who);
            Vector512.ConditionalSelect(inMarket, chosen, Vector512.LoadAligned(tile.Products)).StoreAligned(tile.Products);
            chosen |= ~inMarket;
        }
        else chosen.StoreAligned(tile.Products);
        _tally.Decisions += BitOperations.PopCount(who);
        _tally.AddCustomers(chosen, _terms.Pinned, _terms.OptionCount - 1);
        if (_seatsVary) _tally.AddSeats(chosen, tile.Seats, _terms.Pinned, _terms.OptionCount - 1);
        return chosen;
    }

    /// <summary>Orders that may win the vendor's franchise draw for it.</summary>
    private readonly void Win(in TileColumns tile, Vector512<byte> ordered, uint* words)
    {
        unchecked
        {
            foreach (ref readonly var row in _wins.Rows)
            {
                var held = Vector512.LoadAligned(tile.Franchises);
                var wants = Vector512.Equals(held & Vector512.Create(row.Blockers), Vector512<byte>.Zero) & Vector512.Equals(ordered, Vector512.Create(row.Product));
                if (wants == Vector512<byte>.Zero) continue;
                for (var who = wants.ExtractMostSignificantBits() & TileLanes.Below(words, row.NumbersBelow); who != 0; who &= who - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(who);
                    var before = tile.Franchises[lane];
                    tile.Franchises[lane] = row.Win(before);
                    _stocks.Hold(before, tile.Franchises[lane], tile.Seats[lane]);
                }
            }
        }
    }

    private void Gather(int at, uint quad, uint apart, ulong who)
    {
        unchecked
        {
            var columns = _columns.From(at);
            var s = _scratch;
            for (; who != 0; who &= who - 1)
            {
                var lane = BitOperations.TrailingZeroCount(who);
                var to = _gathered;
                s->Positions[to] = at + lane;
                s->Quads[to] = quad + (uint)(lane & 15) * apart;
                s->Neighbours[to] = (uint)lane >> 4;
                s->Z1[to] = columns.Z1[lane];
                s->Z2[to] = columns.Z2[lane];
                s->Z3[to] = columns.Z3[lane];
                s->Z4[to] = columns.Z4[lane];
                s->Seats[to] = columns.Seats[lane];
                s->Products[to] = columns.Products[lane];
                s->Franchises[to] = columns.Franchises[lane];
                _gathered = to + 1;
                if (_gathered == BlockLayout.TileSize) Flush();
            }
        }
    }

    /// <summary>Those gathered so far choose and go back to their places.</summary>
    private void Flush()
    {
        if (_gathered == 0) return;
        unchecked
        {
            var gathered = TileScratch.Columns(_scratch);
            var there = ulong.MaxValue >> (BlockLayout.TileSize - _gathered);
            var first = 0;
            Choose(gathered, new TileIdentity(_scratch->Quads, 0, _scratch->Neighbours, 1), &first, &there, 1);
            for (var k = 0; k < _gathered; k++)
            {
                var position = _scratch->Positions[k];
                _columns.Products[position] = gathered.Products[k];
                _columns.Franchises[position] = gathered.Franchises[k];
            }
            _gathered = 0;
        }
    }
}
