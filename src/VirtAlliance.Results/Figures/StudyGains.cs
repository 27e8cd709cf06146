using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Results.Figures;

/// <summary>What vendors earn in the baseline, and more or less than that in the other arms; means over replicates, discounted [USD].</summary>
/// <param name="Vendors">Ids of the baseline's vendors, in the order of tables.</param>
/// <param name="BaselineUsd">Per vendor its profit in the baseline.</param>
/// <param name="Arms">Per other arm, in the study's order, a row per horizon; arms without a run to compare are left out.</param>
public sealed record StudyGains(ImmutableArray<string> Vendors, ImmutableArray<double> BaselineUsd, ImmutableArray<ArmGains> Arms)
{
    /// <summary>Of one replicate; null if its baseline has not traded.</summary>
    public static StudyGains? Of(IReadOnlyDictionary<string, RunHistory> byArm, string baseline, IEnumerable<string> others)
    {
        if (!byArm.TryGetValue(baseline, out var history)) return null;
        var market = history.Market.Definition;
        ImmutableArray<string> vendors = [.. TableOrder.Of(market).Vendors.Select(v => market.Vendors[v].Id)];
        return new StudyGains(
            vendors,
            [.. vendors.Select(v => Gains.DiscountedUsd(history, [v], 0, history.Quarters.Length - 1))],
            [.. others.Where(byArm.ContainsKey).SelectMany(arm => ArmGains.Of(arm, byArm[arm], history, vendors))]);
    }

    /// <summary>The mean over replicates; null without any.</summary>
    public static StudyGains? Mean(IReadOnlyList<StudyGains> replicates)
    {
        if (replicates.Count == 0) return null;
        var rows = replicates.SelectMany(r => r.Arms).GroupBy(a => (a.Arm, a.To));
        return new StudyGains(
            replicates[0].Vendors, [.. replicates[0].BaselineUsd.Select((_, v) => replicates.Average(r => r.BaselineUsd[v]))], [.. rows.Select(g => ArmGains.Mean([.. g]))]);
    }
}
