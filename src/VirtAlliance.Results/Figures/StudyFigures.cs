using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Results.Figures;

/// <summary>What the console shows of a study, as far as its runs have come.</summary>
/// <param name="Shares">Per arm, in the study's order; arms without a quarter are left out.</param>
/// <param name="Baseline">Name of the arm that others are compared with.</param>
/// <param name="Gains">null: there is nothing to compare.</param>
public sealed record StudyFigures(ImmutableArray<(string Arm, SeatShares Shares)> Shares, string Baseline, StudyGains? Gains)
{
    private const int MostReplicates = 20;   // screens show means: more replicates would only take time

    /// <summary>Reads the ledgers of a study's first replicates.</summary>
    public static async Task<StudyFigures> Read(IRunStore store, IReadOnlyList<RunRow> runs, string baseline, CancellationToken cancellation)
    {
        string[] arms = [.. runs.Select(r => r.Arm).Distinct()];
        var shares = arms.ToDictionary(a => a, _ => new List<SeatShares>());
        var gains = new List<StudyGains>();
        foreach (var replicate in runs.GroupBy(r => r.Replicate).OrderBy(g => g.Key).Take(MostReplicates))
        {
            var byArm = await Histories(store, replicate, cancellation).ConfigureAwait(false);
            foreach (var (arm, history) in byArm) shares[arm].Add(SeatShares.Of(history));
            if (StudyGains.Of(byArm, baseline, arms.Where(a => a != baseline)) is { } compared) gains.Add(compared);
        }
        return new StudyFigures(
            [.. arms.Where(a => shares[a].Count > 0).Select(a => (a, SeatShares.Mean(shares[a])))], baseline, arms.Length > 1 ? StudyGains.Mean(gains) : null);
    }

    private static async Task<Dictionary<string, RunHistory>> Histories(IRunStore store, IEnumerable<RunRow> runs, CancellationToken cancellation)
    {
        var byArm = new Dictionary<string, RunHistory>();
        foreach (var run in runs.Where(r => r.LastQuarter >= 0))
            if (await LedgerHistory.Read(store, run, RunDefinitionJson.Read(run.Definition), cancellation).ConfigureAwait(false) is { Quarters.Length: > 0 } history)
                byArm[run.Arm] = history;
        return byArm;
    }
}
