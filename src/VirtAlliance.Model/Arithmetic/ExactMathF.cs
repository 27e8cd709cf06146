using System.Runtime.CompilerServices;

namespace VirtAlliance.Model.Arithmetic;

/// <summary>Transcendental functions in float from exact operations only, so that every machine gives the same bits.</summary>
/// <remarks>Lane by lane what <see cref="ExactMath16"/> gives: the same operations in the same order. Coefficients are minimax fits.</remarks>
public static class ExactMathF
{
    internal const float ToWhole = 12_582_912f;
    internal const float LargestExponent = 126f;
    internal const float E1 = 0.6931470036506653f;
    internal const float E2 = 0.24022242426872253f;
    internal const float E3 = 0.05550733581185341f;
    internal const float E4 = 0.009671512991189957f;
    internal const float E5 = 0.00132647342979908f;

    internal const int RootHalfBits = 0x3F3504F3;
    internal const float Ln2High = 0.693145751953125f;
    internal const float Ln2Low = 1.4286068203094172e-6f;
    internal const float L3 = 0.33333316445350647f;
    internal const float L4 = -0.25000807642936707f;
    internal const float L5 = 0.2000228613615036f;
    internal const float L6 = -0.1662459671497345f;
    internal const float L7 = 0.14181214570999146f;
    internal const float L8 = -0.13128407299518585f;
    internal const float L9 = 0.1288139969110489f;
    internal const float L10 = -0.07860193401575089f;

    internal const float HalfPi = 1.57079637f;
    internal const float S3 = -0.16666655242443085f;
    internal const float S5 = 0.008332100696861744f;
    internal const float S7 = -0.0001950396253960207f;
    internal const float C4 = 0.04166664555668831f;
    internal const float C6 = -0.0013887378154322505f;
    internal const float C8 = 2.4439483240712434e-05f;

    /// <summary>2^x for x in [−126, 126]; outside, the value at the nearer end. Relative error below 2.5·10⁻⁷.</summary>
    public static float Exp2(float x)
    {
        x = x > -LargestExponent ? x : -LargestExponent;
        x = x < LargestExponent ? x : LargestExponent;
        return Exp2InRange(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Exp2InRange(float x)
    {
        var shifted = x + ToWhole;
        var r = x - (shifted - ToWhole);
        var p = MathF.FusedMultiplyAdd(E5, r, E4);
        p = MathF.FusedMultiplyAdd(p, r, E3);
        p = MathF.FusedMultiplyAdd(p, r, E2);
        p = MathF.FusedMultiplyAdd(p, r, E1);
        p = MathF.FusedMultiplyAdd(p, r, 1f);
        return BitConverter.Int32BitsToSingle(unchecked(BitConverter.SingleToInt32Bits(p) + (BitConverter.SingleToInt32Bits(shifted) << 23)));
    }

    /// <summary>Natural logarithm of a positive, normal, finite number. Error below 2·10⁻⁷ times the larger of 1 and the result's magnitude; relative below 3·10⁻⁷ for x ≤ 1 − 2⁻²⁴.</summary>
    public static float Ln(float x)
    {
        var bits = BitConverter.SingleToInt32Bits(x);
        var exponent = (bits - RootHalfBits) >> 23;
        var f = BitConverter.Int32BitsToSingle(bits - (exponent << 23)) - 1f;
        var p = MathF.FusedMultiplyAdd(L10, f, L9);
        p = MathF.FusedMultiplyAdd(p, f, L8);
        p = MathF.FusedMultiplyAdd(p, f, L7);
        p = MathF.FusedMultiplyAdd(p, f, L6);
        p = MathF.FusedMultiplyAdd(p, f, L5);
        p = MathF.FusedMultiplyAdd(p, f, L4);
        p = MathF.FusedMultiplyAdd(p, f, L3);
        var square = f * f;
        var e = (float)exponent;
        var tail = MathF.FusedMultiplyAdd(e, Ln2Low, square * f * p);
        tail = MathF.FusedMultiplyAdd(square, -0.5f, tail);
        return MathF.FusedMultiplyAdd(e, Ln2High, f + tail);
    }

    /// <summary>Sine and cosine of an angle in turns, in [0, 1]. Error below 2·10⁻⁷.</summary>
    public static (float Sine, float Cosine) SineCosineOfTurns(float turns)
    {
        var quarters = turns * 4f;
        var shifted = quarters + ToWhole;
        var r = (quarters - (shifted - ToWhole)) * HalfPi;
        var turn = BitConverter.SingleToInt32Bits(shifted);
        var z = r * r;
        var sine = MathF.FusedMultiplyAdd(S7, z, S5);
        sine = MathF.FusedMultiplyAdd(sine, z, S3);
        sine = MathF.FusedMultiplyAdd(sine, z * r, r);
        var cosine = MathF.FusedMultiplyAdd(C8, z, C6);
        cosine = MathF.FusedMultiplyAdd(cosine, z, C4);
        cosine = MathF.FusedMultiplyAdd(cosine, z * z, MathF.FusedMultiplyAdd(-0.5f, z, 1f));
        var odd = (turn & 1) != 0;
        return (WithSign(odd ? cosine : sine, turn << 30), WithSign(odd ? sine : cosine, unchecked(turn + 1) << 30));
    }

    private static float WithSign(float value, int sign) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) ^ (sign & int.MinValue));
}
