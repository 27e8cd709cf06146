using System.Collections.Immutable;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Scenarios.Uncertainty;

/// <summary>One point per replicate, so that each parameter's range is covered evenly: a Latin hypercube (McKay, Beckman and Conover 1979).</summary>
internal static class LatinHypercube
{
    /// <summary>Beside the purposes of the model's own draws.</summary>
    private const Purpose UncertainParameter = (Purpose)8;

    /// <summary>A parameter's probabilities, one per replicate, one in each of as many equal parts of (0, 1).</summary>
    /// <param name="seed">The study's seed.</param>
    /// <param name="path">The parameter's path: other parameters do not move it.</param>
    /// <param name="replicates">How many.</param>
    public static ImmutableArray<double> Probabilities(uint seed, string path, int replicates)
    {
        var name = SegmentHash.Of(path);
        var words = Enumerable.Range(0, replicates).Select(r => Philox.Draw(new DrawKey(seed, 0), (uint)r, name, Philox.AtBirth, UncertainParameter)).ToArray();
        var probabilities = new double[replicates];
        var byWord = Enumerable.Range(0, replicates).OrderBy(r => words[r].W0).ThenBy(r => r).ToArray();
        for (var part = 0; part < replicates; part++) probabilities[byWord[part]] = (part + (double)Uniform.Of(words[byWord[part]].W1)) / replicates;
        return [.. probabilities];
    }
}
