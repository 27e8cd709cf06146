using System.Diagnostics;
using VirtAlliance.Cluster.Tests.Clusters;
using Xunit.Abstractions;

namespace VirtAlliance.Cluster.Tests.Kills;

public sealed class KillRunTests(ITestOutputHelper output)
{
    private const int Quarters = 60, RunsOfACluster = 5, RunsUnasked = 1, RunsPerOnServer = 4;

    /// <summary>As many as are asked for: they take a quarter of a minute each.</summary>
    public static TheoryData<int[]> Seeds() => Groups(Asked ?? Enumerable.Range(1, RunsUnasked));

    /// <summary>Every fourth as many.</summary>
    public static TheoryData<int[]> SeedsOnServer() => Groups(Asked is { } asked ? asked.Take((asked.Count() + RunsPerOnServer - 1) / RunsPerOnServer) : Enumerable.Range(1, RunsUnasked));

    [Theory, MemberData(nameof(Seeds))]
    public Task Whoever_dies_the_run_ends_as_if_nobody_had(int[] seeds) => Survive(TestStore.Sqlite, seeds);

    [PostgresTheory, MemberData(nameof(SeedsOnServer))]
    public Task Whoever_dies_the_run_ends_as_if_nobody_had_on_a_server_too(int[] seeds) => Survive(TestStore.Postgres, seeds);

    private static IEnumerable<int>? Asked =>
        int.TryParse(Environment.GetEnvironmentVariable("VIRTALLIANCE_CHAOS_SEED"), out var seed) ? [seed]
        : int.TryParse(Environment.GetEnvironmentVariable("VIRTALLIANCE_CHAOS"), out var runs) ? Enumerable.Range(1, runs)
        : null;

    /// <summary>Runs of a group follow each other on one cluster, which lasts.</summary>
    private static TheoryData<int[]> Groups(IEnumerable<int> seeds) => [.. seeds.Chunk(RunsOfACluster)];

    private async Task Survive(TestStore store, int[] seeds)
    {
        await Undisturbed.Digests(TestScenarios.Storm);
        await using var cluster = await LocalCluster.Start(silos: 3, store);
        foreach (var plan in seeds.Select(s => KillPlan.Of(s, Quarters))) await Survive(cluster, plan);
    }

    private async Task Survive(LocalCluster cluster, KillPlan plan)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await cluster.Active(3);
            await new KillRun(cluster, plan).Survives();
        }
        catch (Exception e)
        {
            Assert.Fail($"VIRTALLIANCE_CHAOS_SEED={plan.Seed} replays this plan: {plan}\n{e}\n{cluster.Complaints()}");
        }
        output.WriteLine($"{plan}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    }
}
