using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>Judges claims over points of all uncertain numbers, and again over those that history allows.</summary>
internal static class BandStudy
{
    /// <summary>Per claim both verdicts, and how many points history allows.</summary>
    /// <param name="plan">A study with a replicate per point.</param>
    /// <param name="arm">The arm that is history.</param>
    /// <param name="done">Told after each point.</param>
    /// <param name="cancellation">Stops between runs.</param>
    public static (ImmutableArray<BandVerdict> Claims, int InBands) Judge(StudyPlan plan, string arm, Action<int> done, CancellationToken cancellation)
    {
        var values = new ImmutableArray<double?>[plan.Replicates];
        var inBands = new bool[plan.Replicates];
        var count = 0;
        Parallel.For(0, plan.Replicates, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, replicate =>
        {
            var histories = Histories(plan, replicate, cancellation);
            values[replicate] = Judgement.Values(plan.Claims, histories);
            inBands[replicate] = HistorySimulation.IsInBands(plan.History, HistorySimulation.Shares(plan.History, histories.Find(arm)!));
            done(Interlocked.Increment(ref count));
        });
        var all = Judgement.Of(plan.Claims, values);
        var inside = Judgement.Of(plan.Claims, [.. values.Where((_, i) => inBands[i])]);
        return ([.. all.Zip(inside, (a, i) => new BandVerdict(a, i))], inBands.Count(i => i));
    }

    private static ReplicateHistories Histories(StudyPlan plan, int replicate, CancellationToken cancellation)
    {
        var byArm = new SortedDictionary<string, RunHistory>(StringComparer.Ordinal);
        foreach (var run in plan.Runs.Where(r => r.Replicate == replicate))
        {
            cancellation.ThrowIfCancellationRequested();
            byArm[run.Arm] = HistorySimulation.Run(run.Definition);
        }
        return new ReplicateHistories(byArm);
    }
}
