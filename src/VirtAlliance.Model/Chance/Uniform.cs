namespace VirtAlliance.Model.Chance;

/// <summary>A random word as a number in (0, 1): ((word >> 9) + ½) · 2⁻²³, exact in float, never 0 or 1.</summary>
public static class Uniform
{
    /// <summary>2⁻²³.</summary>
    internal const float Step = 1f / 8_388_608f;

    /// <summary>The number of <paramref name="word"/>.</summary>
    public static float Of(uint word) => ((word >> 9) + 0.5f) * Step;

    /// <summary>The smallest word whose number is not below <paramref name="bound"/>, so that <c>Of(word) &lt; bound</c> is <c>word &lt; WordsBelow(bound)</c>.</summary>
    /// <param name="bound">Below 1; nothing is below 0.</param>
    internal static uint WordsBelow(float bound) =>
        bound <= 0 ? 0 : (uint)Math.Max(0, Math.Ceiling((double)bound * 8_388_608 - 0.5)) << 9;
}
