using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Births of some tiles' customers, one step after the other: lane by lane what <see cref="BirthDraws"/> gives.</summary>
/// <param name="key">Key of all draws.</param>
/// <param name="segmentHash">The segment's word in them.</param>
/// <param name="estates">Sizes of estates.</param>
/// <param name="words">Room for 256 words a tile, 64-byte aligned.</param>
internal readonly unsafe struct TileBirth(DrawKey key, uint segmentHash, EstateSize estates, uint* words)
{
    private const int WordsOfGroup = 4 * Lanes;
    private const int Lanes = 16;

    private readonly DrawKey _key = key;
    private readonly uint _segment = segmentHash;
    private readonly EstateSize _estates = estates;
    private readonly uint* _words = words;

    /// <summary>Tastes of all.</summary>
    public void Tastes(in BirthTiles tiles, in TileColumns to)
    {
        tiles.Draw(Draws(Purpose.Tastes), _words);
        Normals(tiles.Groups, to);
    }

    /// <summary>Seats of all, and the uniforms that settle their first products.</summary>
    public void Estates(in BirthTiles tiles, in TileColumns to, float* firstProducts)
    {
        tiles.Draw(Draws(Purpose.Estate), _words);
        for (var group = 0; group < tiles.Groups; group++)
            Uniform.Of(Vector512.LoadAligned(_words + group * WordsOfGroup + 2 * Lanes)).StoreAligned(firstProducts + group * Lanes);
        if (_estates.Vary) Seats(tiles.Groups, to.Seats);
        else new Span<ushort>(to.Seats, tiles.Groups * Lanes).Fill(_estates.Seats(0));
    }

    /// <summary>Franchises of all, a bit each.</summary>
    public void Franchises(in BirthTiles tiles, FranchiseShares shares, byte* franchises)
    {
        new Span<byte>(franchises, tiles.Groups * Lanes).Clear();
        var drawn = (Purpose)0;
        foreach (var row in shares.Rows)
        {
            var purpose = FranchiseShares.PurposeOf(row.Word);
            if (purpose != drawn) tiles.Draw(Draws(drawn = purpose), _words);
            Hold(row, tiles.Groups, franchises);
        }
    }

    private Philox16 Draws(Purpose purpose) => new(_key, _segment, Philox.AtBirth, purpose);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Normals(int groups, in TileColumns to)
    {
        unchecked
        {
            var z1 = to.Z1;
            var z2 = to.Z2;
            var z3 = to.Z3;
            var z4 = to.Z4;
            var steps = Vector512.Create(BirthDraws.TasteSteps);
            for (int group = 0, at = 0; group < groups; group++, at += Lanes)
            {
                var words = _words + group * WordsOfGroup;
                TwoNormals(words, out var a, out var b);
                TileLanes.Store(Whole(a * steps), z1 + at);
                TileLanes.Store(Whole(b * steps), z2 + at);
                TwoNormals(words + 2 * Lanes, out a, out b);
                TileLanes.Store(Whole(a * steps), z3 + at);
                TileLanes.Store(Whole(b * steps), z4 + at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Seats(int groups, ushort* to)
    {
        var (spread, median) = (Vector512.Create(_estates.Log2Spread), Vector512.Create(_estates.Log2Median));
        var largest = Vector512.Create(EstateSize.Largest);
        for (var group = 0; group < groups; group++)
        {
            TwoNormals(_words + group * WordsOfGroup, out var normal, out _);
            var seats = ExactMath16.Exp2(Vector512.FusedMultiplyAdd(spread, normal, median));
            seats = Vector512.ConditionalSelect(Vector512.LessThan(seats, largest), seats, largest);
            seats = Vector512.ConditionalSelect(Vector512.GreaterThan(seats, Vector512<float>.One), seats, Vector512<float>.One);
            TileLanes.Store(Whole(seats), (short*)to + group * Lanes);
        }
    }

    private void Hold(FranchiseShares.Row row, int groups, byte* franchises)
    {
        var (from, below) = (Vector512.Create(row.From), Vector512.Create(row.Below));
        var bit = Vector512.Create(1 << row.Franchise);
        for (var group = 0; group < groups; group++, franchises += Lanes)
        {
            var u = Uniform.Of(Vector512.LoadAligned(_words + group * WordsOfGroup + row.Word % 4 * Lanes));
            var holds = Vector512.GreaterThanOrEqual(u, from) & Vector512.LessThan(u, below);
            TileLanes.Store(TileLanes.Codes(franchises) | (holds.AsInt32() & bit), franchises);
        }
    }

    /// <summary>From two rows of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoNormals(uint* words, out Vector512<float> cosine, out Vector512<float> sine)
    {
        var r = Vector512.Sqrt(Vector512.Create(-2f) * ExactMath16.Ln(Uniform.Of(Vector512.LoadAligned(words))));
        ExactMath16.SineCosineOfTurns(Uniform.Of(Vector512.LoadAligned(words + Lanes)), out sine, out cosine);
        cosine *= r;
        sine *= r;
    }

    /// <summary>Rounded half to even, for magnitudes below 2²².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Whole(Vector512<float> x)
    {
        var toWhole = Vector512.Create(ExactMathF.ToWhole);
        return (x + toWhole).AsInt32() - toWhole.AsInt32();
    }
}
