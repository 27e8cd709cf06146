using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Chance;

/// <summary>A random word as a number in (0, 1): ((word >> 9) + ½) · 2⁻²³, exact in float, never 0 or 1.</summary>
public static class Uniform
{
    /// <summary>2⁻²³.</summary>
    internal const float Step = 1f / 8_388_608f;

    /// <summary>Bits of a word that its number does not use.</summary>
    internal const int Shift = 9;

    /// <summary>The number of <paramref name="word"/>.</summary>
    public static float Of(uint word) => ((word >> Shift) + 0.5f) * Step;

    /// <summary>Sixteen numbers at a time.</summary>
    internal static Vector512<float> Of(Vector512<uint> words) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle((words >>> Shift).AsInt32()), Vector512.Create(Step), Vector512.Create(Step / 2));

    /// <summary>How many of the 2²³ numbers are below <paramref name="bound"/>: <c>Of(word) &lt; bound</c> is <c>word &gt;&gt; Shift &lt; NumbersBelow(bound)</c>.</summary>
    internal static uint NumbersBelow(float bound) => (uint)Math.Ceiling(Math.Clamp((double)bound * 8_388_608 - 0.5, 0, 8_388_608));
}
