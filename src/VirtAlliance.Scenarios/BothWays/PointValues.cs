using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>Values of uncertain numbers, short enough to be written down and read again as they are.</summary>
internal static class PointValues
{
    /// <summary>The value at a probability, to four digits.</summary>
    public static double At(UncertainNumber number, double probability) =>
        double.Parse(number.Spread.Quantile(probability).ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Points of a Latin hypercube over all numbers.</summary>
    public static ImmutableArray<double?>[] Drawn(ImmutableArray<UncertainNumber> numbers, uint seed, int points)
    {
        var probabilities = numbers.Select(n => LatinHypercube.Probabilities(seed, n.Path, points)).ToArray();
        return [.. Enumerable.Range(0, points).Select(i => numbers.Select((n, k) => (double?)At(n, probabilities[k][i])).ToImmutableArray())];
    }

    /// <summary>Those that are away from the file's own.</summary>
    public static ImmutableArray<MovedNumber> Moved(ImmutableArray<UncertainNumber> numbers, ImmutableArray<double?> point) =>
        [.. numbers.Zip(point).Where(p => p.Second is not null).Select(p => new MovedNumber(p.First.Path, p.First.IsScale, p.Second!.Value))];
}
