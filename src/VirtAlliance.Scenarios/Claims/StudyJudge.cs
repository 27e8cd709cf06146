using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Judges a study's claims, one replicate at a time, so that no more histories are in memory than there are arms.</summary>
public static class StudyJudge
{
    /// <summary>Verdicts, in the order of the claims.</summary>
    /// <param name="plan">What the study runs.</param>
    /// <param name="read">The history of the plan's run at a place, as far as it has come; null: it has none.</param>
    public static async Task<ImmutableArray<ClaimVerdict>> Judge(StudyPlan plan, Func<int, Task<RunHistory?>> read)
    {
        if (plan.Claims.IsEmpty) return [];
        var replicates = new List<ImmutableArray<double?>>();
        foreach (var replicate in plan.Runs.Select((run, place) => (run, place)).GroupBy(r => r.run.Replicate).OrderBy(g => g.Key))
        {
            var byArm = new SortedDictionary<string, RunHistory>(StringComparer.Ordinal);
            foreach (var (run, place) in replicate)
                if (await read(place).ConfigureAwait(false) is { } history) byArm.Add(run.Arm, history);
            replicates.Add(Judgement.Values(plan.Claims, new ReplicateHistories(byArm)));
        }
        return Judgement.Of(plan.Claims, replicates);
    }
}
