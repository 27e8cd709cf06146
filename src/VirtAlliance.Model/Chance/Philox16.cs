using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VirtAlliance.Model.Chance;

/// <summary>Philox4x32-10 for sixteen counters that differ in their first word only.</summary>
/// <remarks>
/// Even and odd lanes go through the rounds apart, each word in the low half of 64 bits: the product needs no sorting into halves, as what the high half holds is never used.
/// The first two rounds have one factor that is the same in all lanes and is worked out once. Keys stand in memory, 64 bits each, from where they are spread over the lanes for nothing.
/// </remarks>
internal readonly struct Philox16
{
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;
    private readonly RoundKeys _keys0;
    private readonly RoundKeys _keys1;

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
            for (var round = 0; round < RoundKeys.Count; round++)
            {
                _keys0[round] = k0 += Philox.Weyl0;
                _keys1[round] = k1 += Philox.Weyl1;
            }
        }
    }

    /// <summary>The words of the counters <paramref name="index"/>: lane by lane what <see cref="Philox.Draw"/> gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Draw(Vector512<uint> index, out Vector512<uint> w0, out Vector512<uint> w1, out Vector512<uint> w2, out Vector512<uint> w3)
    {
        Begin(index.AsUInt64(), out var e0, out var e1, out var e2);
        Begin(index.AsUInt64() >>> 32, out var o0, out var o1, out var o2);
        var e3 = Vector512.Create(_fourth);
        var o3 = e3;
        Round(_keys0[0], _keys1[0], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[1], _keys1[1], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[2], _keys1[2], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[3], _keys1[3], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[4], _keys1[4], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[5], _keys1[5], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[6], _keys1[6], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        Round(_keys0[7], _keys1[7], ref e0, ref e1, ref e2, ref e3, ref o0, ref o1, ref o2, ref o3);
        w0 = Interleave(e0, o0);
        w1 = Interleave(e1, o1);
        w2 = Interleave(e2, o2);
        w3 = Interleave(e3, o3);
    }

    /// <summary>The first two rounds; the last word is the same in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(Vector512<ulong> index, out Vector512<ulong> c0, out Vector512<ulong> c1, out Vector512<ulong> c2)
    {
        var first = Product(index, Vector512.Create((ulong)Philox.Multiplier0));
        var second = Product((first >>> 32) ^ Vector512.Create(_first), Vector512.Create((ulong)Philox.Multiplier1));
        c0 = (second >>> 32) ^ Vector512.Create(_second);
        c1 = second;
        c2 = first ^ Vector512.Create(_third);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ulong k0, ulong k1,
        ref Vector512<ulong> e0, ref Vector512<ulong> e1, ref Vector512<ulong> e2, ref Vector512<ulong> e3,
        ref Vector512<ulong> o0, ref Vector512<ulong> o1, ref Vector512<ulong> o2, ref Vector512<ulong> o3)
    {
        var (key0, key1) = (Vector512.Create(k0), Vector512.Create(k1));
        Round(key0, key1, ref e0, ref e1, ref e2, ref e3);
        Round(key0, key1, ref o0, ref o1, ref o2, ref o3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        Vector512<ulong> k0, Vector512<ulong> k1, ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3)
    {
        var a = Product(c0, Vector512.Create((ulong)Philox.Multiplier0));
        var b = Product(c2, Vector512.Create((ulong)Philox.Multiplier1));
        c0 = (b >>> 32) ^ c1 ^ k0;
        c2 = (a >>> 32) ^ c3 ^ k1;
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

    /// <summary>A word of the key for each round from the third on.</summary>
    [InlineArray(Count)]
    private struct RoundKeys
    {
        public const int Count = Philox.Rounds - 2;

        private ulong _ofThirdRound;
    }
}
