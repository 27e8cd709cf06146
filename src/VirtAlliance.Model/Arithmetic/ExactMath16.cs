using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static VirtAlliance.Model.Arithmetic.ExactMathF;

namespace VirtAlliance.Model.Arithmetic;

/// <summary>The functions of <see cref="ExactMathF"/> for sixteen numbers at a time, with the same bits in every lane.</summary>
internal static class ExactMath16
{
    /// <summary>a where it is larger than b, else b: one instruction on x86, which is defined to do just this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Larger(Vector512<float> a, Vector512<float> b) =>
        Avx512F.IsSupported ? Avx512F.Max(a, b) : Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);

    /// <summary>As <see cref="ExactMathF.Exp2"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x)
    {
        var low = Vector512.Create(-LargestExponent);
        var high = Vector512.Create(LargestExponent);
        x = Vector512.ConditionalSelect(Vector512.GreaterThan(x, low), x, low);
        x = Vector512.ConditionalSelect(Vector512.LessThan(x, high), x, high);
        return Exp2InRange(x);
    }

    /// <summary>2^x for x in [−126, 126].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2InRange(Vector512<float> x) => Exp2InRange(
        x, Vector512.Create(ToWhole), Vector512.Create(E5), Vector512.Create(E4), Vector512.Create(E3), Vector512.Create(E2), Vector512.Create(E1), Vector512.Create(1f));

    /// <summary>The same with its constants in the caller's hands: a loop keeps them in registers, where literals would be loaded anew each time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2InRange(
        Vector512<float> x,
        Vector512<float> toWhole,
        Vector512<float> e5,
        Vector512<float> e4,
        Vector512<float> e3,
        Vector512<float> e2,
        Vector512<float> e1,
        Vector512<float> e0)
    {
        var shifted = x + toWhole;
        var r = x - (shifted - toWhole);
        var p = Vector512.FusedMultiplyAdd(e5, r, e4);
        p = Vector512.FusedMultiplyAdd(p, r, e3);
        p = Vector512.FusedMultiplyAdd(p, r, e2);
        p = Vector512.FusedMultiplyAdd(p, r, e1);
        p = Vector512.FusedMultiplyAdd(p, r, e0);
        return (p.AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
    }

    /// <summary>As <see cref="ExactMathF.Ln"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Ln(Vector512<float> x)
    {
        var bits = x.AsInt32();
        var exponent = (bits - Vector512.Create(RootHalfBits)) >> 23;
        var f = (bits - (exponent << 23)).AsSingle() - Vector512.Create(1f);
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(L10), f, Vector512.Create(L9));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(L8));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(L7));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(L6));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(L5));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(L4));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(L3));
        var square = f * f;
        var e = Vector512.ConvertToSingle(exponent);
        var tail = Vector512.FusedMultiplyAdd(e, Vector512.Create(Ln2Low), square * f * p);
        tail = Vector512.FusedMultiplyAdd(square, Vector512.Create(-0.5f), tail);
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(Ln2High), f + tail);
    }

    /// <summary>As <see cref="ExactMathF.SineCosineOfTurns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SineCosineOfTurns(Vector512<float> turns, out Vector512<float> sineOfTurns, out Vector512<float> cosineOfTurns)
    {
        var quarters = turns * Vector512.Create(4f);
        var shifted = quarters + Vector512.Create(ToWhole);
        var r = (quarters - (shifted - Vector512.Create(ToWhole))) * Vector512.Create(HalfPi);
        var turn = shifted.AsInt32();
        var z = r * r;
        var sine = Vector512.FusedMultiplyAdd(Vector512.Create(S7), z, Vector512.Create(S5));
        sine = Vector512.FusedMultiplyAdd(sine, z, Vector512.Create(S3));
        sine = Vector512.FusedMultiplyAdd(sine, z * r, r);
        var cosine = Vector512.FusedMultiplyAdd(Vector512.Create(C8), z, Vector512.Create(C6));
        cosine = Vector512.FusedMultiplyAdd(cosine, z, Vector512.Create(C4));
        cosine = Vector512.FusedMultiplyAdd(cosine, z * z, Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), z, Vector512.Create(1f)));
        var even = Vector512.Equals(turn & Vector512<int>.One, Vector512<int>.Zero).AsSingle();
        sineOfTurns = WithSign(Vector512.ConditionalSelect(even, sine, cosine), turn << 30);
        cosineOfTurns = WithSign(Vector512.ConditionalSelect(even, cosine, sine), (turn + Vector512<int>.One) << 30);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WithSign(Vector512<float> value, Vector512<int> sign) =>
        (value.AsInt32() ^ (sign & Vector512.Create(int.MinValue))).AsSingle();
}
