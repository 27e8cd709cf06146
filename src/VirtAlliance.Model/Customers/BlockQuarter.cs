using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>One quarter of a block: who is in the market, what they choose, what they win.</summary>
/// <remarks>A tile with enough customers in the market is chosen as it stands; from the others they are gathered, 64 at a time. Either way a customer's choice is the same.</remarks>
internal unsafe struct BlockQuarter
{
    /// <summary>Fewer customers in the market than this are gathered from a tile.</summary>
    private const int DenseFrom = 24;

    private readonly TileColumns _columns;
    private readonly ChoiceKernel _kernel;
    private readonly ChoiceTerms _terms;
    private readonly FranchiseWins _wins;
    private readonly OrderTally _tally;
    private readonly PhaseStocks _stocks;
    private readonly TileScratch* _scratch;
    private readonly Philox16 _choices;
    private readonly Philox16 _trials;
    private readonly Philox16 _winning;
    private readonly uint _trialNumbers;
    private readonly byte _none;
    private readonly bool _seatsVary;
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
        _trials = new Philox16(block.Key, block.SegmentHash, quarter, Purpose.Trial);
        _winning = new Philox16(block.Key, block.SegmentHash, quarter, Purpose.FranchiseWon);
        _trialNumbers = Uniform.NumbersBelow(trialProbability);
        _none = block.None;
        _seatsVary = block.SeatsVary;
        _gathered = 0;
    }

    /// <summary>The customers of one contract phase choose; their orders are in the tally.</summary>
    /// <param name="layout">Of the block.</param>
    /// <param name="phase">Contract phase.</param>
    /// <param name="due">It is their contract date.</param>
    public void Choose(BlockLayout layout, int phase, bool due)
    {
        unchecked
        {
            var end = layout.FirstTile(phase + 1);
            for (var tile = layout.FirstTile(phase); tile < end; tile++)
            {
                var position = tile * BlockLayout.TileSize;
                var columns = _columns.From(position);
                var quad = layout.QuadOf(phase, tile);
                var inMarket = InMarket(columns, quad, (uint)layout.Phases, due);
                if (inMarket == Vector512<byte>.Zero) continue;
                var who = inMarket.ExtractMostSignificantBits();
                if (BitOperations.PopCount(who) >= DenseFrom) Choose(columns, new TileIdentity(quad, (uint)layout.Phases, null, null), inMarket);
                else Gather(columns, position, quad, (uint)layout.Phases, who);
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
        unchecked
        {
            var columns = _columns.From(position);
            var products = Vector512.LoadAligned(columns.Products);
            var none = Vector512.Equals(products, Vector512.Create(_none));
            var inMarket = due & ~(none | Vector512.Equals(products, Vector512.Create(CustomerColumns.Absent)));
            if (_trialNumbers >= 1 << 32 - Uniform.Shift) inMarket |= none;
            else if (none != Vector512<byte>.Zero) inMarket |= none & Trying(identity);
            if (inMarket != Vector512<byte>.Zero) Choose(columns, identity, inMarket);
        }
    }

    /// <summary>All bits set for those in the market: holders of a product at their date, and others that try.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<byte> InMarket(in TileColumns columns, uint quad, uint apart, bool due)
    {
        var products = Vector512.LoadAligned(columns.Products);
        var none = Vector512.Equals(products, Vector512.Create(_none));
        var holders = due ? ~(none | Vector512.Equals(products, Vector512.Create(CustomerColumns.Absent))) : Vector512<byte>.Zero;
        if (_trialNumbers >= 1 << 32 - Uniform.Shift) return holders | none;
        return none == Vector512<byte>.Zero ? holders : holders | (none & Trying(quad, apart));
    }

    private readonly Vector512<byte> Trying(uint quad, uint apart)
    {
        unchecked
        {
            var index = Vector512.Create(quad) + Vector512<uint>.Indices * Vector512.Create(apart);
            _trials.Draw(index, out var w0, out var w1, out var w2, out var w3);
            return Vector512.Narrow(Vector512.Narrow(Tries(w0), Tries(w1)), Vector512.Narrow(Tries(w2), Tries(w3)));
        }
    }

    private readonly Vector512<byte> Trying(in TileIdentity identity)
    {
        unchecked
        {
            identity.Draw(_trials, _scratch->Words);
            return Below(_trialNumbers);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<uint> Tries(Vector512<uint> words) => Vector512.LessThan(words >>> Uniform.Shift, Vector512.Create(_trialNumbers));

    private readonly void Choose(in TileColumns columns, in TileIdentity identity, Vector512<byte> inMarket)
    {
        unchecked
        {
            identity.Draw(_choices, _scratch->Words);
            for (var k = 0; k < BlockLayout.TileSize; k += 16) Uniform.Of(Vector512.LoadAligned(_scratch->Words + k)).StoreAligned(_scratch->Uniforms + k);
            _kernel.Choose(columns, _scratch->Uniforms, _scratch->Chosen);
            var chosen = Vector512.LoadAligned(_scratch->Chosen);
            Vector512.ConditionalSelect(inMarket, chosen, Vector512.LoadAligned(columns.Products)).StoreAligned(columns.Products);
            var ordered = chosen | ~inMarket;
            _tally.AddCustomers(ordered, _terms.Pinned, _terms.OptionCount - 1);
            if (_seatsVary) _tally.AddSeats(ordered, columns.Seats, _terms.Pinned, _terms.OptionCount - 1);
            if (_wins.Rows.Length > 0) Win(columns, identity, ordered);
        }
    }

    /// <summary>Orders that may win the vendor's franchise draw for it.</summary>
    private readonly void Win(in TileColumns columns, in TileIdentity identity, Vector512<byte> ordered)
    {
        unchecked
        {
            var drawn = false;
            foreach (ref readonly var row in _wins.Rows)
            {
                var held = Vector512.LoadAligned(columns.Franchises);
                var wants = Vector512.Equals(held & Vector512.Create(row.Blockers), Vector512<byte>.Zero) & Vector512.Equals(ordered, Vector512.Create(row.Product));
                if (wants == Vector512<byte>.Zero) continue;
                if (!drawn) identity.Draw(_winning, _scratch->Words);
                drawn = true;
                for (var who = (wants & Below(row.NumbersBelow)).ExtractMostSignificantBits(); who != 0; who &= who - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(who);
                    var before = columns.Franchises[lane];
                    columns.Franchises[lane] = row.Win(before);
                    _stocks.Hold(before, columns.Franchises[lane], columns.Seats[lane]);
                }
            }
        }
    }

    /// <summary>Bits set for those whose word in the scratch is below.</summary>
    private readonly Vector512<byte> Below(uint numbersBelow)
    {
        unchecked
        {
            var bound = Vector512.Create(numbersBelow);
            var words = _scratch->Words;
            var a = Vector512.LessThan(Vector512.LoadAligned(words) >>> Uniform.Shift, bound);
            var b = Vector512.LessThan(Vector512.LoadAligned(words + 16) >>> Uniform.Shift, bound);
            var c = Vector512.LessThan(Vector512.LoadAligned(words + 32) >>> Uniform.Shift, bound);
            var d = Vector512.LessThan(Vector512.LoadAligned(words + 48) >>> Uniform.Shift, bound);
            return Vector512.Narrow(Vector512.Narrow(a, b), Vector512.Narrow(c, d));
        }
    }

    private void Gather(in TileColumns columns, int position, uint quad, uint apart, ulong who)
    {
        unchecked
        {
            var s = _scratch;
            for (; who != 0; who &= who - 1)
            {
                var lane = BitOperations.TrailingZeroCount(who);
                var to = _gathered;
                s->Positions[to] = position + lane;
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
            var there = Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)_gathered));
            Choose(gathered, new TileIdentity(0, 0, _scratch->Quads, _scratch->Neighbours), there);
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
