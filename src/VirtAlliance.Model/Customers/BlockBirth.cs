using System.Runtime.Intrinsics;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Customers;

/// <summary>Fills a block's columns with its customers as they are before quarter 0.</summary>
internal static unsafe class BlockBirth
{
    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="state">Whose columns are written.</param>
    /// <param name="first">First products of the segment.</param>
    /// <param name="stride">Every how manyth customer of the segment is one of these: 1 for a block.</param>
    public static void Fill(Market market, int segment, BlockState state, FirstProducts first, uint stride = 1)
    {
        var memory = stackalloc byte[TileScratch.Bytes(first.Terms.OptionCount)];
        var scratch = TileScratch.In(memory);
        var birth = new TileBirth(market.Key, state.SegmentHash, EstateSize.Of(market.Definition.Segments[segment]), stride);
        var held = FranchiseShares.Of(market, segment);
        var kernel = new ChoiceKernel(first.Terms, TileScratch.Worth(scratch));
        var layout = state.Layout;
        var apart = unchecked(4 * stride * (uint)layout.Phases);
        var end = stride * (4L * layout.FirstQuad + layout.Customers);
        var present = (uint)Math.Clamp(market.Definition.Segments[segment].CustomersAt(0), 0, Math.Min(end, uint.MaxValue));
        for (var phase = 0; phase < layout.Phases; phase++)
            for (var tile = layout.FirstTile(phase); tile < layout.FirstTile(phase + 1); tile++)
            {
                var to = state.Columns.From(tile * BlockLayout.TileSize);
                var index = unchecked(4 * stride * layout.QuadOf(phase, tile));
                birth.Tastes(to, index, apart);
                birth.Estates(to, index, apart, scratch->Uniforms);
                if (held.IsEmpty) new Span<byte>(to.Franchises, BlockLayout.TileSize).Clear();
                else birth.Franchises(held, to.Franchises, index, apart);
                if (first.NoneShare >= 1) new Span<byte>(to.Products, BlockLayout.TileSize).Fill(state.None);
                else Choose(first, birth, kernel, to, scratch, index, apart, state.None);
                Absent(to.Products, index, apart, stride, present);
            }
    }

    private static void Choose(
        FirstProducts first, in TileBirth birth, in ChoiceKernel kernel, in TileColumns to, TileScratch* scratch, uint index, uint apart, byte none)
    {
        new Span<byte>(to.Products, BlockLayout.TileSize).Fill(CustomerColumns.Absent);
        if (!first.Franchises.IsEmpty) birth.Franchises(first.Franchises, scratch->Franchises, index, apart);
        var share = Vector512.Create(first.NoneShare);
        var rest = Vector512.Create(1 - first.NoneShare);
        var runsNone = scratch->Words;
        for (var k = 0; k < BlockLayout.TileSize; k += 16)
        {
            var u = Vector512.LoadAligned(scratch->Uniforms + k);
            Vector512.LessThan(u, share).AsUInt32().StoreAligned(runsNone + k);
            ((u - share) / rest).StoreAligned(scratch->Uniforms + k);
        }
        var here = 0;
        kernel.Choose(new TileBatch(new TileColumns(to.Z1, to.Z2, to.Z3, to.Z4, to.Seats, to.Products, scratch->Franchises), &here, 1, scratch->Uniforms, scratch->Chosen));
        for (var k = 0; k < BlockLayout.TileSize; k++) to.Products[k] = runsNone[k] != 0 ? none : scratch->Chosen[k];
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
