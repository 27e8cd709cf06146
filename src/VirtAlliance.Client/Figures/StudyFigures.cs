using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Figures;

/// <summary>What the console shows of a study, as far as its runs have come.</summary>
/// <param name="Shares">Per arm, in the study's order; arms without a quarter are left out.</param>
/// <param name="Baseline">Name of the arm that others are compared with.</param>
/// <param name="Others">Names of the other arms, in the study's order.</param>
/// <param name="Gains">A row per vendor; none if there is nothing to compare.</param>
internal sealed record StudyFigures(
    ImmutableArray<(string Arm, SeatShares Shares)> Shares, string Baseline, ImmutableArray<string> Others, ImmutableArray<VendorGains> Gains)
{
    private const int MostReplicates = 20;   // screens show means: more replicates would only take memory and time

    public static async Task<StudyFigures> Read(IRunStore store, IReadOnlyList<RunRow> runs, string baseline, CancellationToken cancellation)
    {
        var replicates = new List<IReadOnlyDictionary<string, RunHistory>>();
        foreach (var replicate in runs.GroupBy(r => r.Replicate).OrderBy(g => g.Key).Take(MostReplicates))
            replicates.Add(await Histories(store, replicate, cancellation));
        var arms = runs.Select(r => r.Arm).Distinct().Where(a => replicates.Any(r => r.ContainsKey(a))).ToArray();
        ImmutableArray<string> others = [.. arms.Where(a => a != baseline)];
        return new StudyFigures(
            [.. arms.Select(a => (a, SeatShares.Mean([.. replicates.Where(r => r.ContainsKey(a)).Select(r => SeatShares.Of(r[a]))])))],
            baseline, others, others.IsEmpty ? [] : VendorGains.Of(replicates, baseline, others));
    }

    private static async Task<Dictionary<string, RunHistory>> Histories(IRunStore store, IEnumerable<RunRow> runs, CancellationToken cancellation)
    {
        var byArm = new Dictionary<string, RunHistory>();
        foreach (var run in runs.Where(r => r.LastQuarter >= 0))
            if (await LedgerHistory.Read(store, run, RunDefinitionJson.Read(run.Definition), cancellation) is { Quarters.Length: > 0 } history)
                byArm[run.Arm] = history;
        return byArm;
    }
}
