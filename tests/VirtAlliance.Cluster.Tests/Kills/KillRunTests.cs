using System.Diagnostics;
using VirtAlliance.Cluster.Tests.Clusters;
using Xunit.Abstractions;

namespace VirtAlliance.Cluster.Tests.Kills;

public sealed class KillRunTests(ITestOutputHelper output)
{
    private const int Quarters = 60, RunsOfACluster = 5;

    /// <summary>Seeds in groups: runs of a group follow each other on one cluster, which lasts.</summary>
    public static TheoryData<TestStore, int[]> Seeds()
    {
        var seeds = int.TryParse(Environment.GetEnvironmentVariable("VIRTALLIANCE_CHAOS_SEED"), out var seed) ? [seed]
            : Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("VIRTALLIANCE_CHAOS"), out var runs) ? runs : 20);
        var data = new TheoryData<TestStore, int[]>();
        foreach (var store in TestStore.Here)
            foreach (var group in seeds.Chunk(RunsOfACluster)) data.Add(store, group);
        return data;
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Whoever_dies_the_run_ends_as_if_nobody_had(TestStore store, int[] seeds)
    {
        var digest = (await Undisturbed.Digests(TestScenarios.Storm))[0];
        await using var cluster = await LocalCluster.Start(silos: 3, store);
        foreach (var plan in seeds.Select(s => KillPlan.Of(s, Quarters)))
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                await cluster.Active(3);
                await new KillRun(cluster, plan, digest).Survives();
            }
            catch (Exception e)
            {
                Assert.Fail($"VIRTALLIANCE_CHAOS_SEED={plan.Seed} replays this plan: {plan}\n{e}\n{cluster.Complaints()}");
            }
            output.WriteLine($"{plan}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        }
    }
}
