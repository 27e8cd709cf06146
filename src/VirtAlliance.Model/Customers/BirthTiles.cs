using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Tiles that follow one another, whose customers are born together.</summary>
/// <param name="First">Customer index of the first tile's lane 0, first group.</param>
/// <param name="Apart">Customer indexes from one lane to the next.</param>
/// <param name="Stride">Customer indexes from one group to the next: 1 in a block, more in a panel.</param>
/// <param name="Count">How many tiles.</param>
internal readonly record struct BirthTiles(uint First, uint Apart, uint Stride, int Count)
{
    private const int GroupsOfTile = BlockLayout.TileSize / 16;

    /// <summary>Sixteen customers each.</summary>
    public int Groups => Count * GroupsOfTile;

    /// <summary>Customer index of the lane 0, first group, of tile number <paramref name="tile"/>.</summary>
    public uint FirstOf(int tile) => unchecked(First + (uint)tile * BlockLayout.TileQuads * Apart);

    /// <summary>Four words of each customer: per group the first of all sixteen, then the second, the third, the fourth.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public unsafe void Draw(in Philox16 draws, uint* words)
    {
        unchecked
        {
            var lanes = Vector512<uint>.Indices * Vector512.Create(Apart);
            for (var tile = 0; tile < Count; tile++)
                for (uint group = 0; group < GroupsOfTile; group++, words += BlockLayout.TileSize)
                {
                    draws.Draw(Vector512.Create(FirstOf(tile) + group * Stride) + lanes, out var w0, out var w1, out var w2, out var w3);
                    w0.StoreAligned(words);
                    w1.StoreAligned(words + 16);
                    w2.StoreAligned(words + 32);
                    w3.StoreAligned(words + 48);
                }
        }
    }
}
