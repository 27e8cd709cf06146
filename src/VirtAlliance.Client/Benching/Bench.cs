using System.Diagnostics;
using VirtAlliance.Client.Answers;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Benching;

/// <summary>Measures the real path through the grains: warms up, then runs the same study some times.</summary>
internal static class Bench
{
    private const int Repeats = 5;

    /// <summary>A study that takes longer than this is not repeated.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);

    public static async Task<BenchAnswer> Run(BenchPlan plan, CancellationToken cancellation)
    {
        await using var nodes = await BenchNodes.Start(plan.Silos, cancellation);
        await nodes.Work();   // they listen from now on
        await nodes.Run(plan.WarmUp, cancellation);
        var runs = new List<BenchRun>();
        for (var clock = Stopwatch.StartNew(); runs.Count < Repeats && (runs.Count == 0 || clock.Elapsed < Long);)
            runs.Add(await BenchRun.Of(nodes, plan.Timed, cancellation));
        var peak = (await nodes.Work()).PeakBytes;
        return BenchAnswer.Of(plan, runs, peak, plan.Runs > 0 ? null : KernelAlone.DecisionsPerSecond(plan.Scenario, Repeats));
    }
}
