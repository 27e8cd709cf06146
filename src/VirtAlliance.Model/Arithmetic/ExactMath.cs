namespace VirtAlliance.Model.Arithmetic;

/// <summary>Transcendental functions in double from exact operations only, so that every machine gives the same bits.</summary>
public static class ExactMath
{
    /// <summary>1.5·2⁵²: adding and subtracting it rounds to a whole number, half to even.</summary>
    internal const double ToWhole = 6_755_399_441_055_744;

    /// <summary>Beyond this exponent <see cref="Exp2"/> stays at its end.</summary>
    internal const double LargestExponent = 1022;

    internal const long RootHalfBits = 0x3FE6A09E667F3BCD;
    internal const double Log2E = 1.4426950408889634;
    internal const double Ln2 = 0.6931471805599453;
    internal const double Ln2High = 0.6931471803691238;
    internal const double Ln2Low = 1.9082149292705877e-10;

    // 1/2!, 1/3!, … 1/13!
    internal const double E2 = 0.5;
    internal const double E3 = 0.16666666666666666;
    internal const double E4 = 0.041666666666666664;
    internal const double E5 = 0.008333333333333333;
    internal const double E6 = 0.001388888888888889;
    internal const double E7 = 0.0001984126984126984;
    internal const double E8 = 2.48015873015873e-05;
    internal const double E9 = 2.7557319223985893e-06;
    internal const double E10 = 2.755731922398589e-07;
    internal const double E11 = 2.505210838544172e-08;
    internal const double E12 = 2.08767569878681e-09;
    internal const double E13 = 1.6059043836821613e-10;

    // 1/3, 1/5, … 1/25: the series of the inverse hyperbolic tangent
    internal const double A3 = 0.3333333333333333;
    internal const double A5 = 0.2;
    internal const double A7 = 0.14285714285714285;
    internal const double A9 = 0.1111111111111111;
    internal const double A11 = 0.09090909090909091;
    internal const double A13 = 0.07692307692307693;
    internal const double A15 = 0.06666666666666667;
    internal const double A17 = 0.058823529411764705;
    internal const double A19 = 0.05263157894736842;
    internal const double A21 = 0.047619047619047616;
    internal const double A23 = 0.043478260869565216;
    internal const double A25 = 0.04;

    /// <summary>e^x for |x| ≤ 708; beyond, the value at the nearer end. Relative error below 4·10⁻¹⁶.</summary>
    public static double Exp(double x)
    {
        x = Math.Min(Math.Max(x, -708), 708);
        var whole = x * Log2E + ToWhole - ToWhole;
        var rest = Math.FusedMultiplyAdd(-whole, Ln2Low, Math.FusedMultiplyAdd(-whole, Ln2High, x));
        return Scale(ExpOfSmall(rest), (int)whole);
    }

    /// <summary>2^x for |x| ≤ 1022; beyond, the value at the nearer end. Relative error below 4·10⁻¹⁶; exact for whole x.</summary>
    public static double Exp2(double x)
    {
        x = Math.Min(Math.Max(x, -LargestExponent), LargestExponent);
        var whole = x + ToWhole - ToWhole;
        return Scale(ExpOfSmall((x - whole) * Ln2), (int)whole);
    }

    /// <summary>Natural logarithm of a positive, normal, finite number. Error below 3·10⁻¹⁶ times the larger of 1 and the result's magnitude.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not such a number.</exception>
    public static double Log(double x)
    {
        if (!double.IsNormal(x) || x < 0) throw new ArgumentOutOfRangeException(nameof(x), x, "a positive, normal, finite number was expected");
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (bits - RootHalfBits) >> 52;
        var f = BitConverter.Int64BitsToDouble(bits - (exponent << 52)) - 1;
        var s = f / (2 + f);
        var z = s * s;
        var mantissa = Math.FusedMultiplyAdd(2 * s * z, AreaOf(z), 2 * s);
        return Math.FusedMultiplyAdd(exponent, Ln2High, Math.FusedMultiplyAdd(exponent, Ln2Low, mantissa));
    }

    private static double AreaOf(double z)
    {
        var p = Math.FusedMultiplyAdd(A25, z, A23);
        p = Math.FusedMultiplyAdd(p, z, A21);
        p = Math.FusedMultiplyAdd(p, z, A19);
        p = Math.FusedMultiplyAdd(p, z, A17);
        p = Math.FusedMultiplyAdd(p, z, A15);
        p = Math.FusedMultiplyAdd(p, z, A13);
        p = Math.FusedMultiplyAdd(p, z, A11);
        p = Math.FusedMultiplyAdd(p, z, A9);
        p = Math.FusedMultiplyAdd(p, z, A7);
        p = Math.FusedMultiplyAdd(p, z, A5);
        return Math.FusedMultiplyAdd(p, z, A3);
    }

    private static double ExpOfSmall(double r)
    {
        var p = Math.FusedMultiplyAdd(E13, r, E12);
        p = Math.FusedMultiplyAdd(p, r, E11);
        p = Math.FusedMultiplyAdd(p, r, E10);
        p = Math.FusedMultiplyAdd(p, r, E9);
        p = Math.FusedMultiplyAdd(p, r, E8);
        p = Math.FusedMultiplyAdd(p, r, E7);
        p = Math.FusedMultiplyAdd(p, r, E6);
        p = Math.FusedMultiplyAdd(p, r, E5);
        p = Math.FusedMultiplyAdd(p, r, E4);
        p = Math.FusedMultiplyAdd(p, r, E3);
        p = Math.FusedMultiplyAdd(p, r, E2);
        return Math.FusedMultiplyAdd(p * r, r, r) + 1;
    }

    private static double Scale(double value, int exponent) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) + ((long)exponent << 52));
}
