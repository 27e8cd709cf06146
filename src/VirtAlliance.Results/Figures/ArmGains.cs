using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Results.Figures;

/// <summary>What vendors gain in an arm against the baseline up to a quarter; means over replicates.</summary>
/// <param name="Arm">Name of the arm.</param>
/// <param name="To">The last quarter that counts: contracts are paid in advance, so gains depend on it.</param>
/// <param name="Usd">Per vendor of the baseline, discounted [USD].</param>
public sealed record ArmGains(string Arm, Quarter To, ImmutableArray<double> Usd)
{
    /// <summary>Of one replicate, a row per horizon, the longest first.</summary>
    public static IEnumerable<ArmGains> Of(string arm, RunHistory history, RunHistory baseline, IReadOnlyList<string> vendors)
    {
        var starts = baseline.Market.Definition.Starts;
        foreach (var to in GainHorizons.Of(Math.Min(history.Quarters.Length, baseline.Quarters.Length)))
            yield return new ArmGains(arm, starts.Plus(to), [.. vendors.Select(v => Gains.Usd(history, baseline, v, 0, to))]);
    }

    /// <summary>The mean of rows of one arm and horizon.</summary>
    public static ArmGains Mean(IReadOnlyList<ArmGains> replicates) =>
        replicates[0] with { Usd = [.. replicates[0].Usd.Select((_, v) => replicates.Average(r => r.Usd[v]))] };
}
