using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static VirtAlliance.Model.Arithmetic.ExactMath;

namespace VirtAlliance.Model.Arithmetic;

/// <summary>The functions of <see cref="ExactMath"/> for eight numbers at a time, with the same bits in every lane.</summary>
internal static class ExactMath8
{
    /// <summary>a where it is larger than b, else b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Larger(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported ? Avx512F.Max(a, b) : Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);

    /// <summary>a where it is smaller than b, else b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Smaller(Vector512<double> a, Vector512<double> b) =>
        Avx512F.IsSupported ? Avx512F.Min(a, b) : Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);

    /// <summary>As <see cref="ExactMath.Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        x = Smaller(Larger(x, Vector512.Create(-708.0)), Vector512.Create(708.0));
        var shifted = x * Vector512.Create(Log2E) + Vector512.Create(ToWhole);
        var whole = shifted - Vector512.Create(ToWhole);
        var rest = Vector512.FusedMultiplyAdd(-whole, Vector512.Create(Ln2High), x);
        rest = Vector512.FusedMultiplyAdd(-whole, Vector512.Create(Ln2Low), rest);
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(E13), rest, Vector512.Create(E12));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E11));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E10));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E9));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E8));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E7));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E6));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E5));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E4));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E3));
        p = Vector512.FusedMultiplyAdd(p, rest, Vector512.Create(E2));
        var small = Vector512.FusedMultiplyAdd(p * rest, rest, rest) + Vector512.Create(1.0);
        return (small.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
    }

    /// <summary>As <see cref="ExactMath.Log"/>, for numbers known to be positive, normal and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        var bits = x.AsInt64();
        var exponent = (bits - Vector512.Create(RootHalfBits)) >> 52;
        var f = (bits - (exponent << 52)).AsDouble() - Vector512.Create(1.0);
        var s = f / (Vector512.Create(2.0) + f);
        var z = s * s;
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(A25), z, Vector512.Create(A23));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A21));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A19));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A17));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A15));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A13));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A11));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A9));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A7));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A5));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(A3));
        var mantissa = Vector512.FusedMultiplyAdd(Vector512.Create(2.0) * s * z, p, Vector512.Create(2.0) * s);
        var e = (exponent + Vector512.Create(BitConverter.DoubleToInt64Bits(ToWhole))).AsDouble() - Vector512.Create(ToWhole);
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(Ln2High), Vector512.FusedMultiplyAdd(e, Vector512.Create(Ln2Low), mantissa));
    }
}
