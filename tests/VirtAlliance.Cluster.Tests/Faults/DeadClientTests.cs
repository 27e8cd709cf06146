using VirtAlliance.Client.Tests;
using VirtAlliance.Cluster.Tests.Clusters;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class DeadClientTests
{
    [Fact]
    public async Task A_run_outlives_the_client_that_submitted_it_and_another_takes_up_the_watch()
    {
        await using var cluster = await LocalCluster.Start(silos: 1);
        using var client = cluster.Launch("submit", TestScenarios.Storm, "--watch");
        await using (var store = cluster.OpenStore())
        {
            await Eventually.So("the run is under way", TimeSpan.FromMinutes(1), async () => (await store.ListRuns()).Any(r => r.LastQuarter >= 0));
            Signals.Kill(client.Id);
            var study = (await store.ListStudies())[0].Id;
            var watch = await cluster.Succeed("watch", study, "--json");
            Assert.Equal(await Undisturbed.Digests(TestScenarios.Storm), Undisturbed.Of(watch.Output));
        }
        Assert.Equal(137, (await RunningConsole.Finish(client, "submit, killed")).Status);
    }
}
