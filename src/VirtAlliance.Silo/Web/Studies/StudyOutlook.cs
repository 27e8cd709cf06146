using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Results.Figures;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Web.Studies;

/// <summary>Gains and verdicts of a study that is still at work: each replicate is read once, when all of its runs have ended; the first one also before that, as far as it has come.</summary>
internal sealed class StudyOutlook(IRunStore store, StudyPlan plan)
{
    /// <summary>Read at a time, so that whoever looks at a large study does not wait for all of it.</summary>
    private const int MostAtOnce = 20;

    /// <summary>Tables show means: more replicates would only take time.</summary>
    private const int MostForGains = 20;

    private readonly SortedDictionary<uint, (ImmutableArray<double?> Values, StudyGains? Gains)> _ended = [];
    private (long Quarters, StudyGains? Gains) _first = (-1, null);

    /// <summary>Verdicts on what has ended.</summary>
    public ImmutableArray<ClaimVerdict> Verdicts => Judgement.Of(plan.Claims, [.. _ended.Values.Select(e => e.Values)]);

    /// <summary>Means over replicates; null: nothing to compare yet.</summary>
    public StudyGains? Gains => StudyGains.Mean([.. _ended.Values.Select(e => e.Gains).OfType<StudyGains>()]) ?? _first.Gains;

    /// <summary>Reads what has come since.</summary>
    public async Task Read(IReadOnlyList<RunStanding> runs)
    {
        var replicates = runs.GroupBy(r => r.Replicate).OrderBy(g => g.Key).ToArray();
        foreach (var replicate in replicates.Where(g => !_ended.ContainsKey(g.Key) && g.All(r => r.Status == RunStatus.Completed)).Take(MostAtOnce))
        {
            var byArm = await Histories(replicate);
            _ended.Add(replicate.Key, (Judgement.Values(plan.Claims, new ReplicateHistories(byArm)), _ended.Count < MostForGains ? Compared(byArm) : null));
        }
        var done = replicates[0].Sum(r => (long)r.LastQuarter);
        if (_ended.Count == 0 && done != _first.Quarters) _first = (done, Compared(await Histories(replicates[0])));
    }

    private StudyGains? Compared(IReadOnlyDictionary<string, RunHistory> byArm) => StudyGains.Of(byArm, plan.Baseline, plan.Arms.Where(a => a != plan.Baseline));

    private async Task<SortedDictionary<string, RunHistory>> Histories(IEnumerable<RunStanding> runs)
    {
        var byArm = new SortedDictionary<string, RunHistory>(StringComparer.Ordinal);
        foreach (var run in runs.Where(r => r.LastQuarter >= 0))
            if (await store.FindRun(run.Id) is { } row && await LedgerHistory.Read(store, row, RunDefinitionJson.Read(row.Definition)) is { Quarters.Length: > 0 } history)
                byArm[run.Arm] = history;
        return byArm;
    }
}
