using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Customers;

/// <summary>Fills a block's columns with its customers as they are before quarter 0.</summary>
internal static unsafe class BlockBirth
{
    /// <summary>Tiles that are worked on together: as many as the scratch has room for four words a customer.</summary>
    private const int Tiles = TileScratch.Tiles / 4;

    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="state">Whose columns are written.</param>
    /// <param name="first">First products of the segment.</param>
    /// <param name="stride">Every how manyth customer of the segment is one of these: 1 for a block.</param>
    public static void Fill(Market market, int segment, BlockState state, FirstProducts first, uint stride = 1)
    {
        var memory = stackalloc byte[TileScratch.Bytes(first.Terms.OptionCount)];
        var scratch = TileScratch.In(memory);
        var birth = new TileBirth(market.Key, state.SegmentHash, EstateSize.Of(market.Definition.Segments[segment]), scratch->Words);
        var held = FranchiseShares.Of(market, segment);
        var kernel = new ChoiceKernel(first.Terms, TileScratch.Worth(scratch));
        var layout = state.Layout;
        var apart = unchecked(4 * stride * (uint)layout.Phases);
        var present = Present(market, segment, layout, stride);
        var areHeld = first.NoneShare < 1 && held.Same(first.Franchises);   // by then: choosing first products needs them as they were at the opening
        for (var phase = 0; phase < layout.Phases; phase++)
            for (var tile = layout.FirstTile(phase); tile < layout.FirstTile(phase + 1); tile += Tiles)
            {
                var tiles = new BirthTiles(unchecked(4 * stride * layout.QuadOf(phase, tile)), apart, stride, Math.Min(Tiles, layout.FirstTile(phase + 1) - tile));
                var to = state.Columns.From(tile * BlockLayout.TileSize);
                birth.Tastes(tiles, to);
                birth.Estates(tiles, to, scratch->Uniforms);
                if (first.NoneShare >= 1) new Span<byte>(to.Products, tiles.Count * BlockLayout.TileSize).Fill(state.None);
                else Choose(first, birth, kernel, to, scratch, tiles, state.None);
                if (!areHeld) birth.Franchises(tiles, held, to.Franchises);
                for (var i = 0; i < tiles.Count; i++) Absent(to.Products + i * BlockLayout.TileSize, tiles.FirstOf(i), apart, stride, present);
            }
    }

    /// <summary>Customers of the segment that are there in quarter 0, as far as they can matter here.</summary>
    private static uint Present(Market market, int segment, BlockLayout layout, uint stride)
    {
        var end = stride * (4L * layout.FirstQuad + layout.Customers);
        return (uint)Math.Clamp(market.Definition.Segments[segment].CustomersAt(0), 0, Math.Min(end, uint.MaxValue));
    }

    private static void Choose(
        FirstProducts first, in TileBirth birth, in ChoiceKernel kernel, in TileColumns to, TileScratch* scratch, in BirthTiles tiles, byte none)
    {
        new Span<byte>(to.Products, tiles.Count * BlockLayout.TileSize).Fill(CustomerColumns.Absent);
        birth.Franchises(tiles, first.Franchises, to.Franchises);
        for (var i = 0; i < tiles.Count; i++)
        {
            scratch->Who[i] = RunsNone(scratch->Uniforms + i * BlockLayout.TileSize, first.NoneShare);
            scratch->ChoosingAt[i] = i * BlockLayout.TileSize;
        }
        kernel.Choose(new TileBatch(to, scratch->ChoosingAt, tiles.Count, scratch->Uniforms, scratch->Chosen));
        for (var i = 0; i < tiles.Count; i++)
        {
            var chosen = Vector512.LoadAligned(scratch->Chosen + i * BlockLayout.TileSize);
            Vector512.ConditionalSelect(TileLanes.Mask(scratch->Who[i]), Vector512.Create(none), chosen).StoreAligned(to.Products + i * BlockLayout.TileSize);
        }
    }

    /// <summary>Bits set for those that start with none; for the others, uniforms become what settles their choice.</summary>
    private static ulong RunsNone(float* uniforms, float noneShare)
    {
        var (share, rest, none) = (Vector512.Create(noneShare), Vector512.Create(1 - noneShare), 0ul);
        for (var k = 0; k < BlockLayout.TileSize; k += 16)
        {
            var u = Vector512.LoadAligned(uniforms + k);
            none |= Vector512.LessThan(u, share).ExtractMostSignificantBits() << k;
            ((u - share) / rest).StoreAligned(uniforms + k);
        }
        return none;
    }

    /// <summary>Those from customer <paramref name="present"/> on are not there yet, or never will be.</summary>
    private static void Absent(byte* products, uint first, uint apart, uint stride, uint present)
    {
        var last = (ulong)first + 15ul * apart + 3ul * stride;
        if (last < present) return;
        for (uint k = 0; k < BlockLayout.TileSize; k++)
            if (first + (k & 15) * (ulong)apart + (k >> 4) * (ulong)stride >= present) products[k] = CustomerColumns.Absent;
    }
}
