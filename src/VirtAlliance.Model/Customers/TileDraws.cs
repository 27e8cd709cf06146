using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Who stands in some tiles' places.</summary>
/// <param name="quads">Per tile the quad of its first lane; of gathered customers, the quad of each.</param>
/// <param name="apart">Quads from one lane to the next.</param>
/// <param name="neighbours">Of gathered customers the index mod 4 of each; else null.</param>
/// <param name="count">How many tiles.</param>
internal readonly unsafe struct TileIdentity(uint* quads, uint apart, uint* neighbours, int count)
{
    private readonly uint* _quads = quads;
    private readonly uint _apart = apart;
    private readonly uint* _neighbours = neighbours;
    private readonly int _count = count;

    /// <summary>The words of all customers for one quarter and purpose.</summary>
    /// <param name="draws">Which draws.</param>
    /// <param name="words">64 a tile, 64-byte aligned.</param>
    public void Draw(in Philox16 draws, uint* words)
    {
        if (_neighbours is null) DrawFour(draws, words);
        else DrawEach(draws, words);
    }

    /// <summary>The same as numbers in (0, 1).</summary>
    public void DrawUniforms(in Philox16 draws, float* uniforms)
    {
        if (_neighbours is null) UniformsOfFour(draws, uniforms);
        else
        {
            DrawEach(draws, (uint*)uniforms);
            for (var end = uniforms + _count * BlockLayout.TileSize; uniforms < end; uniforms += 16) Uniform.Of(Vector512.LoadAligned((uint*)uniforms)).StoreAligned(uniforms);
        }
    }

    /// <summary>One counter serves four neighbours, who stand in the same lane of the tile's four groups.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DrawFour(in Philox16 draws, uint* words)
    {
        unchecked
        {
            var lanes = Vector512<uint>.Indices * Vector512.Create(_apart);
            for (var tile = 0; tile < _count; tile++, words += BlockLayout.TileSize)
            {
                draws.Draw(Vector512.Create(_quads[tile]) + lanes, out var w0, out var w1, out var w2, out var w3);
                w0.StoreAligned(words);
                w1.StoreAligned(words + 16);
                w2.StoreAligned(words + 32);
                w3.StoreAligned(words + 48);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UniformsOfFour(in Philox16 draws, float* uniforms)
    {
        unchecked
        {
            var lanes = Vector512<uint>.Indices * Vector512.Create(_apart);
            for (var tile = 0; tile < _count; tile++, uniforms += BlockLayout.TileSize)
            {
                draws.Draw(Vector512.Create(_quads[tile]) + lanes, out var w0, out var w1, out var w2, out var w3);
                Uniform.Of(w0).StoreAligned(uniforms);
                Uniform.Of(w1).StoreAligned(uniforms + 16);
                Uniform.Of(w2).StoreAligned(uniforms + 32);
                Uniform.Of(w3).StoreAligned(uniforms + 48);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DrawEach(in Philox16 draws, uint* words)
    {
        unchecked
        {
            for (var first = 0; first < _count * BlockLayout.TileSize; first += 16)
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
