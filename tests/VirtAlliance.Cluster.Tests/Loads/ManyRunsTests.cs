using System.Globalization;
using VirtAlliance.Client.Tests;
using VirtAlliance.Cluster.Tests.Clusters;
using VirtAlliance.Contracts.Ledger;
using Xunit.Abstractions;

namespace VirtAlliance.Cluster.Tests.Loads;

public sealed class ManyRunsTests(ITestOutputHelper output)
{
    private const long MostBytesOfSilo = 1L << 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [LargeFact]
    public Task Two_hundred_small_runs_in_one_study_all_end() => OneStudy(replicates: 100);

    [LargeFact]
    public Task A_thousand_small_runs_in_one_study_all_end() => OneStudy(replicates: 500);

    [LargeFact]
    public Task Two_studies_submitted_at_once_end() => AtOnce(studies: 2, replicates: 10);

    [LargeFact]
    public Task Ten_studies_submitted_at_once_end() => AtOnce(studies: 10, replicates: 4);

    private async Task AtOnce(int studies, int replicates)
    {
        await using var cluster = await LocalCluster.Start(silos: 2);
        var ended = await Task.WhenAll(Enumerable.Range(0, studies).Select(i => Watch(cluster, "first-try", "--replicates", $"{replicates}", "--seed", $"{i}")));
        for (var i = 0; i < studies; i++)
            Assert.Equal(await Undisturbed.Digests("first-try", "--replicates", $"{replicates}", "--seed", $"{i}"), Undisturbed.Of(ended[i].Output));
        Bounded(cluster);
    }

    [LargeFact]
    public async Task A_small_study_does_not_wait_for_a_long_one_that_came_before()
    {
        await using var cluster = await LocalCluster.Start(silos: 2);
        var (before, _) = await cluster.Submit("first-try", "--replicates", "2000");
        await cluster.Succeed("submit", "first-try", "--watch", "--json");
        await using var store = cluster.OpenStore();
        Assert.Equal(RunStatus.Running, (await store.FindStudy(before))!.Status);
    }

    private async Task OneStudy(int replicates)
    {
        await using var cluster = await LocalCluster.Start(silos: 3);
        var (study, runs) = await cluster.Submit("first-try", "--replicates", $"{replicates}");
        await using var store = cluster.OpenStore();
        await Eventually.So($"{runs.Length} runs have ended", Patience, async () => (await store.FindStudy(study))!.Status is not (RunStatus.Queued or RunStatus.Running));
        Assert.All(await store.ListRuns(study), r => Assert.Equal(RunStatus.Completed, r.Status));
        Bounded(cluster);
    }

    private static Task<Finished> Watch(LocalCluster cluster, params string[] scenario) => cluster.Succeed(["submit", .. scenario, "--watch", "--json"]);

    private void Bounded(LocalCluster cluster)
    {
        foreach (var (name, pid) in cluster.Pids())
        {
            var bytes = MostMemory(pid);
            output.WriteLine($"{name}: at most {bytes >> 20} MiB");
            Assert.True(bytes < MostBytesOfSilo, $"{name} has taken {bytes >> 20} MiB");
        }
    }

    /// <summary>The most that a process has held in memory so far.</summary>
    private static long MostMemory(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
