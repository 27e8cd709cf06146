using System.Runtime.Intrinsics;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Who stands in a tile's 64 places.</summary>
/// <param name="quad">Quad of lane 0.</param>
/// <param name="apart">Quads from one lane to the next.</param>
/// <param name="quads">For a tile of gathered customers: the quad of each; else null.</param>
/// <param name="neighbours">For a tile of gathered customers: the index mod 4 of each.</param>
internal readonly unsafe struct TileIdentity(uint quad, uint apart, uint* quads, uint* neighbours)
{
    private readonly uint _quad = quad;
    private readonly uint _apart = apart;
    private readonly uint* _quads = quads;
    private readonly uint* _neighbours = neighbours;

    /// <summary>The words of the 64 customers for one quarter and purpose.</summary>
    /// <param name="draws">Which draws.</param>
    /// <param name="words">64, 64-byte aligned.</param>
    public void Draw(in Philox16 draws, uint* words)
    {
        if (_quads is null) DrawFour(draws, words);
        else DrawEach(draws, words);
    }

    /// <summary>One counter serves four neighbours, who stand in the same lane of the tile's four groups.</summary>
    private void DrawFour(in Philox16 draws, uint* words)
    {
        unchecked
        {
            draws.Draw(Vector512.Create(_quad) + Vector512<uint>.Indices * Vector512.Create(_apart), out var w0, out var w1, out var w2, out var w3);
            w0.StoreAligned(words);
            w1.StoreAligned(words + 16);
            w2.StoreAligned(words + 32);
            w3.StoreAligned(words + 48);
        }
    }

    private void DrawEach(in Philox16 draws, uint* words)
    {
        unchecked
        {
            for (var first = 0; first < BlockLayout.TileSize; first += 16)
            {
                var neighbour = Vector512.LoadAligned(_neighbours + first);
                draws.Draw(Vector512.LoadAligned(_quads + first), out var word, out var w1, out var w2, out var w3);
                word = Vector512.ConditionalSelect(Vector512.Equals(neighbour, Vector512.Create(1u)), w1, word);
                word = Vector512.ConditionalSelect(Vector512.Equals(neighbour, Vector512.Create(2u)), w2, word);
                word = Vector512.ConditionalSelect(Vector512.Equals(neighbour, Vector512.Create(3u)), w3, word);
                word.StoreAligned(words + first);
            }
        }
    }
}
