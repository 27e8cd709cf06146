using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>Sixteen places of a column as lanes of a vector, and back.</summary>
internal static unsafe class TileLanes
{
    /// <summary>Tastes, in steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Steps(short* from) => Vector512.ConvertToSingle(
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Int32(Vector256.Load(from))
            : Vector512.Create(Vector256.WidenLower(Vector256.Load(from)), Vector256.WidenUpper(Vector256.Load(from))));

    /// <summary>Bytes as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Codes(byte* from)
    {
        var codes = Vector128.Load(from);
        if (Avx512F.IsSupported) return Avx512F.ConvertToVector512Int32(codes);
        var (lower, upper) = (Vector128.WidenLower(codes), Vector128.WidenUpper(codes));
        return Vector512.Create(
            Vector256.Create(Vector128.WidenLower(lower), Vector128.WidenUpper(lower)), Vector256.Create(Vector128.WidenLower(upper), Vector128.WidenUpper(upper))).AsInt32();
    }

    /// <summary>Seats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Seats(ushort* from) =>
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector512UInt32(Vector256.Load(from))
            : Vector512.Create(Vector256.WidenLower(Vector256.Load(from)), Vector256.WidenUpper(Vector256.Load(from)));

    /// <summary>The low bytes of integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> codes, byte* to)
    {
        if (Avx512F.IsSupported) Avx512F.ConvertToVector128Byte(codes).Store(to);
        else Vector128.Narrow(Vector256.Narrow(codes.GetLower(), codes.GetUpper()).GetLower(), Vector256.Narrow(codes.GetLower(), codes.GetUpper()).GetUpper()).AsByte().Store(to);
    }

    /// <summary>The low halves of integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> steps, short* to) =>
        (Avx512F.IsSupported ? Avx512F.ConvertToVector256Int16(steps) : Vector256.Narrow(steps.GetLower(), steps.GetUpper())).Store(to);

    /// <summary>Seats of those whose bytes in <paramref name="who"/> are ones, in sixteen lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> SeatsOf(Vector512<byte> who, ushort* seats)
    {
        var lower = (Vector512.WidenLower(who.AsSByte()).AsUInt16() & Vector512.Load(seats)).AsUInt32();
        var upper = (Vector512.WidenUpper(who.AsSByte()).AsUInt16() & Vector512.Load(seats + 32)).AsUInt32();
        var low = Vector512.Create((uint)ushort.MaxValue);
        return (lower & low) + (lower >>> 16) + (upper & low) + (upper >>> 16);
    }

    /// <summary>Looks the bytes of a tile up in a table.</summary>
    /// <param name="table">256 bytes.</param>
    /// <param name="from">64 bytes.</param>
    /// <param name="to">64 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Look(byte* table, byte* from, byte* to)
    {
        if (Avx512Vbmi.IsSupported)
        {
            var which = Vector512.Load(from);
            var lower = Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(table), which, Vector512.Load(table + 64));
            var upper = Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(table + 128), which, Vector512.Load(table + 192));
            Vector512.ConditionalSelect(Vector512.LessThan(which.AsSByte(), Vector512<sbyte>.Zero).AsByte(), upper, lower).Store(to);
        }
        else
        {
            for (var k = 0; k < BlockLayout.TileSize; k++) to[k] = table[from[k]];
        }
    }

    /// <summary>Bits set for those of 64 whose word's number is below, as <see cref="Uniform.NumbersBelow"/> counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Below(uint* words, uint numbersBelow)
    {
        var bound = Vector512.Create(numbersBelow);
        return Vector512.LessThan(Vector512.LoadAligned(words) >>> Uniform.Shift, bound).ExtractMostSignificantBits()
            | Vector512.LessThan(Vector512.LoadAligned(words + 16) >>> Uniform.Shift, bound).ExtractMostSignificantBits() << 16
            | Vector512.LessThan(Vector512.LoadAligned(words + 32) >>> Uniform.Shift, bound).ExtractMostSignificantBits() << 32
            | Vector512.LessThan(Vector512.LoadAligned(words + 48) >>> Uniform.Shift, bound).ExtractMostSignificantBits() << 48;
    }

    /// <summary>A byte of ones for every bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Mask(ulong bits)
    {
        var bit = Vector512.Create(0x8040201008040201ul).AsByte();
        var which = Vector512.Shuffle(Vector512.Create(bits).AsByte(), Vector512<byte>.Indices >>> 3);
        return ~Vector512.Equals(which & bit, Vector512<byte>.Zero);
    }
}
