using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Births of a tile's customers: lane by lane what <see cref="BirthDraws"/> gives.</summary>
/// <param name="key">Key of all draws.</param>
/// <param name="segmentHash">The segment's word in them.</param>
/// <param name="estates">Sizes of estates.</param>
/// <param name="stride">Customer indexes from one of the tile's customers to the next: 1 in a block, more in a panel.</param>
internal readonly unsafe struct TileBirth(DrawKey key, uint segmentHash, EstateSize estates, uint stride)
{
    private readonly uint _stride = stride;
    private readonly DrawKey _key = key;
    private readonly uint _segment = segmentHash;
    private readonly EstateSize _estates = estates;
    private readonly Philox16 _tastes = new(key, segmentHash, Philox.AtBirth, Purpose.Tastes);
    private readonly Philox16 _estate = new(key, segmentHash, Philox.AtBirth, Purpose.Estate);

    /// <summary>Tastes of all 64.</summary>
    /// <param name="tile">Columns to write.</param>
    /// <param name="first">Customer index of lane 0, first group.</param>
    /// <param name="apart">Customer indexes from one lane to the next.</param>
    public void Tastes(in TileColumns tile, uint first, uint apart)
    {
        unchecked
        {
            for (var group = 0; group < 4; group += 2)
            {
                Normals(Index(first, apart, group), out var a1, out var a2, out var a3, out var a4);
                Normals(Index(first, apart, group + 1), out var b1, out var b2, out var b3, out var b4);
                Vector512.Narrow(a1, b1).Store(tile.Z1 + 16 * group);
                Vector512.Narrow(a2, b2).Store(tile.Z2 + 16 * group);
                Vector512.Narrow(a3, b3).Store(tile.Z3 + 16 * group);
                Vector512.Narrow(a4, b4).Store(tile.Z4 + 16 * group);
            }
        }
    }

    /// <summary>Seats of all 64, and the uniforms that settle their first products.</summary>
    public void Estates(in TileColumns tile, uint first, uint apart, float* firstProducts)
    {
        unchecked
        {
            for (var group = 0; group < 4; group += 2)
            {
                var a = Estate(Index(first, apart, group), firstProducts + 16 * group);
                var b = Estate(Index(first, apart, group + 1), firstProducts + 16 * (group + 1));
                Vector512.Narrow(a, b).Store(tile.Seats + 16 * group);
            }
        }
    }

    /// <summary>Franchises of all 64, a bit each.</summary>
    /// <param name="shares">Who holds what.</param>
    /// <param name="franchises">Bytes to write.</param>
    /// <param name="first">Customer index of lane 0, first group.</param>
    /// <param name="apart">Customer indexes from one lane to the next.</param>
    public void Franchises(FranchiseShares shares, byte* franchises, uint first, uint apart)
    {
        unchecked
        {
            var words = stackalloc Vector512<uint>[4];
            for (var group = 0; group < 4; group++)
            {
                var held = Vector512<uint>.Zero;
                var drawn = (Purpose)0;
                foreach (var row in shares.Rows)
                {
                    if (FranchiseShares.PurposeOf(row.Word) is var purpose && purpose != drawn)
                        new Philox16(_key, _segment, Philox.AtBirth, drawn = purpose).Draw(Index(first, apart, group), out words[0], out words[1], out words[2], out words[3]);
                    var u = Uniform.Of(words[row.Word % 4]);
                    var holds = Vector512.GreaterThanOrEqual(u, Vector512.Create(row.From)) & Vector512.LessThan(u, Vector512.Create(row.Below));
                    held |= holds.AsUInt32() & Vector512.Create(1u << row.Franchise);
                }
                for (var lane = 0; lane < 16; lane++) franchises[16 * group + lane] = (byte)held[lane];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<uint> Index(uint first, uint apart, int group) =>
        Vector512.Create(unchecked(first + _stride * (uint)group)) + Vector512<uint>.Indices * Vector512.Create(apart);

    private void Normals(Vector512<uint> index, out Vector512<int> z1, out Vector512<int> z2, out Vector512<int> z3, out Vector512<int> z4)
    {
        _tastes.Draw(index, out var w0, out var w1, out var w2, out var w3);
        TwoNormals(w0, w1, out var a, out var b);
        TwoNormals(w2, w3, out var c, out var d);
        z1 = Whole(a * Vector512.Create(BirthDraws.TasteSteps));
        z2 = Whole(b * Vector512.Create(BirthDraws.TasteSteps));
        z3 = Whole(c * Vector512.Create(BirthDraws.TasteSteps));
        z4 = Whole(d * Vector512.Create(BirthDraws.TasteSteps));
    }

    private Vector512<uint> Estate(Vector512<uint> index, float* firstProducts)
    {
        _estate.Draw(index, out var w0, out var w1, out var w2, out _);
        Uniform.Of(w2).Store(firstProducts);
        if (!_estates.Vary) return Vector512.Create((uint)_estates.Seats(0));
        TwoNormals(w0, w1, out var normal, out _);
        var seats = ExactMath16.Exp2(Vector512.FusedMultiplyAdd(Vector512.Create(_estates.Log2Spread), normal, Vector512.Create(_estates.Log2Median)));
        seats = Vector512.ConditionalSelect(Vector512.LessThan(seats, Vector512.Create(EstateSize.Largest)), seats, Vector512.Create(EstateSize.Largest));
        return Whole(Vector512.ConditionalSelect(Vector512.GreaterThan(seats, Vector512<float>.One), seats, Vector512<float>.One)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoNormals(Vector512<uint> radius, Vector512<uint> angle, out Vector512<float> cosine, out Vector512<float> sine)
    {
        var r = Vector512.Sqrt(Vector512.Create(-2f) * ExactMath16.Ln(Uniform.Of(radius)));
        ExactMath16.SineCosineOfTurns(Uniform.Of(angle), out sine, out cosine);
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
