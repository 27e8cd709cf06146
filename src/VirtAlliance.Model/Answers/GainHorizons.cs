using System.Collections.Immutable;

namespace VirtAlliance.Model.Answers;

/// <summary>The ends for which gains are reported: contracts are paid in advance, so a gain depends on where one stops counting.</summary>
public static class GainHorizons
{
    private const int Year = 4;

    /// <summary>Last quarters of the whole run, of a year less and of two years less, as far as there are such; the longest first.</summary>
    public static ImmutableArray<int> Of(int quarters) => [.. new[] { quarters - 1, quarters - 1 - Year, quarters - 1 - 2 * Year }.Where(to => to >= 0)];
}
