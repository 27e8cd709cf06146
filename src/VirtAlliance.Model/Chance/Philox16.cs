using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VirtAlliance.Model.Chance;

/// <summary>Philox4x32-10 for sixteen counters that differ in their first word only.</summary>
/// <remarks>
/// Even and odd lanes go through the rounds apart, each word in the low half of 64 bits: the product needs no sorting into halves, as what the high half holds is never used.
/// The first two rounds have one factor that is the same in all lanes and is worked out once.
/// </remarks>
internal readonly struct Philox16
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _first;
    private readonly uint _second;
    private readonly uint _third;
    private readonly uint _fourth;

    /// <summary>For the counters (·, <paramref name="segment"/>, <paramref name="quarter"/>, <paramref name="purpose"/>).</summary>
    public Philox16(DrawKey key, uint segment, uint quarter, Purpose purpose)
    {
        unchecked
        {
            var (k0, k1) = key;
            var b = (ulong)Philox.Multiplier1 * quarter;
            var c0 = (uint)(b >> 32) ^ segment ^ k0;
            _first = (uint)purpose ^ k1;
            k0 += Philox.Weyl0;
            k1 += Philox.Weyl1;
            var a = (ulong)Philox.Multiplier0 * c0;
            _second = (uint)b ^ k0;
            _third = (uint)(a >> 32) ^ k1;
            _fourth = (uint)a;
            _key0 = k0 + Philox.Weyl0;
            _key1 = k1 + Philox.Weyl1;
        }
    }

    /// <summary>The words of the counters <paramref name="index"/>: lane by lane what <see cref="Philox.Draw"/> gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Draw(Vector512<uint> index, out Vector512<uint> w0, out Vector512<uint> w1, out Vector512<uint> w2, out Vector512<uint> w3)
    {
        Rounds(index.AsUInt64(), out var e0, out var e1, out var e2, out var e3);
        Rounds(index.AsUInt64() >>> 32, out var o0, out var o1, out var o2, out var o3);
        w0 = Interleave(e0, o0);
        w1 = Interleave(e1, o1);
        w2 = Interleave(e2, o2);
        w3 = Interleave(e3, o3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Rounds(Vector512<ulong> index, out Vector512<ulong> c0, out Vector512<ulong> c1, out Vector512<ulong> c2, out Vector512<ulong> c3)
    {
        unchecked
        {
            var m0 = Vector512.Create((ulong)Philox.Multiplier0);
            var m1 = Vector512.Create((ulong)Philox.Multiplier1);
            var first = Product(index, m0);
            var second = Product((first >>> 32) ^ Vector512.Create((ulong)_first), m1);
            c0 = (second >>> 32) ^ Vector512.Create((ulong)_second);
            c1 = second;
            c2 = first ^ Vector512.Create((ulong)_third);
            c3 = Vector512.Create((ulong)_fourth);
            Round(_key0, _key1, ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + Philox.Weyl0, _key1 + Philox.Weyl1, ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + 2 * Philox.Weyl0, _key1 + 2 * Philox.Weyl1, ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + 3 * Philox.Weyl0, _key1 + 3 * Philox.Weyl1, ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + 4 * Philox.Weyl0, _key1 + 4 * Philox.Weyl1, ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + (uint)(5ul * Philox.Weyl0), _key1 + (uint)(5ul * Philox.Weyl1), ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + (uint)(6ul * Philox.Weyl0), _key1 + (uint)(6ul * Philox.Weyl1), ref c0, ref c1, ref c2, ref c3);
            Round(_key0 + (uint)(7ul * Philox.Weyl0), _key1 + (uint)(7ul * Philox.Weyl1), ref c0, ref c1, ref c2, ref c3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(uint k0, uint k1, ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3)
    {
        var a = Product(c0, Vector512.Create((ulong)Philox.Multiplier0));
        var b = Product(c2, Vector512.Create((ulong)Philox.Multiplier1));
        c0 = (b >>> 32) ^ c1 ^ Vector512.Create((ulong)k0);
        c2 = (a >>> 32) ^ c3 ^ Vector512.Create((ulong)k1);
        c1 = b;
        c3 = a;
    }

    /// <summary>Product of the low halves; high halves of <paramref name="a"/> may hold anything, those of <paramref name="m"/> nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> a, Vector512<ulong> m)
    {
        if (Avx512F.IsSupported) return Avx512F.Multiply(a.AsUInt32(), m.AsUInt32());
        if (Avx2.IsSupported)
            return Vector512.Create(
                Avx2.Multiply(a.GetLower().AsUInt32(), m.GetLower().AsUInt32()), Avx2.Multiply(a.GetUpper().AsUInt32(), m.GetUpper().AsUInt32()));
        return (a & Vector512.Create((ulong)uint.MaxValue)) * m;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Interleave(Vector512<ulong> even, Vector512<ulong> odd) =>
        Vector512.ConditionalSelect(Vector512.Create((ulong)uint.MaxValue), even, odd << 32).AsUInt32();
}
