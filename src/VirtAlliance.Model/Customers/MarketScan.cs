using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Who is in the market in a quarter: holders of a product at their contract date, and those without one that try.</summary>
/// <param name="trials">The draws that settle who tries.</param>
/// <param name="trialProbability">h.</param>
/// <param name="none">Number of none.</param>
internal readonly unsafe struct MarketScan(Philox16 trials, float trialProbability, byte none)
{
    private const uint AllNumbers = 1u << 32 - Uniform.Shift;

    private readonly Philox16 _trials = trials;
    private readonly uint _trialNumbers = Uniform.NumbersBelow(trialProbability);
    private readonly byte _none = none;

    /// <summary>Bits set for those in the market, 64 a tile.</summary>
    /// <param name="products">Of the first of the tiles, which follow one another.</param>
    /// <param name="quad">Quad of its first lane.</param>
    /// <param name="apart">Quads from one lane to the next.</param>
    /// <param name="count">How many tiles.</param>
    /// <param name="due">It is the customers' contract date.</param>
    /// <param name="who">To be written.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Find(byte* products, uint quad, uint apart, int count, bool due, ulong* who)
    {
        unchecked
        {
            var (none, absent) = (Vector512.Create(_none), Vector512.Create(CustomerColumns.Absent));
            var lanes = Vector512<uint>.Indices * Vector512.Create(apart);
            var bound = Vector512.Create(_trialNumbers << Uniform.Shift);
            for (var tile = 0; tile < count; tile++, products += BlockLayout.TileSize, quad += BlockLayout.TileQuads * apart)
            {
                var product = Vector512.LoadAligned(products);
                var without = Vector512.Equals(product, none).ExtractMostSignificantBits();
                var holders = due ? ~(without | Vector512.Equals(product, absent).ExtractMostSignificantBits()) : 0;
                if (without != 0 && _trialNumbers < AllNumbers)
                {
                    _trials.Draw(Vector512.Create(quad) + lanes, out var w0, out var w1, out var w2, out var w3);
                    without &= Vector512.LessThan(w0, bound).ExtractMostSignificantBits()
                        | Vector512.LessThan(w1, bound).ExtractMostSignificantBits() << 16
                        | Vector512.LessThan(w2, bound).ExtractMostSignificantBits() << 32
                        | Vector512.LessThan(w3, bound).ExtractMostSignificantBits() << 48;
                }
                who[tile] = holders | without;
            }
        }
    }

    /// <summary>The same for one tile of scattered customers.</summary>
    /// <param name="products">Of the tile.</param>
    /// <param name="identity">Who they are.</param>
    /// <param name="due">Bits set for those at their contract date.</param>
    /// <param name="words">Room for 64.</param>
    public ulong Find(byte* products, in TileIdentity identity, Vector512<byte> due, uint* words)
    {
        var product = Vector512.LoadAligned(products);
        var nothing = Vector512.Equals(product, Vector512.Create(_none));
        var without = nothing.ExtractMostSignificantBits();
        var holders = (due & ~(nothing | Vector512.Equals(product, Vector512.Create(CustomerColumns.Absent)))).ExtractMostSignificantBits();
        if (without == 0 || _trialNumbers >= AllNumbers) return holders | without;
        identity.Draw(_trials, words);
        return holders | (without & TileLanes.Below(words, _trialNumbers));
    }
}
