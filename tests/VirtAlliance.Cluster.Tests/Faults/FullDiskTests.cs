using VirtAlliance.Client.Tests;
using VirtAlliance.Cluster.Tests.Clusters;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_full_disk_stops_the_run_with_a_clear_error_and_it_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk();
        await using var cluster = await LocalCluster.Start(silos: 3, TestStore.FileIn(disk.Folder));
        using var console = cluster.Launch("submit", TestScenarios.Storm, "--watch");
        var told = RunningConsole.Finish(console, "submit --watch");
        await using (var store = cluster.OpenStore())
            await Eventually.So("the run is under way", TimeSpan.FromMinutes(1), async () => (await store.ListRuns()).Any(r => r.LastQuarter > 5));
        disk.Fill();
        var stopped = await told;
        Assert.Equal(1, stopped.Status);
        Assert.Contains("no room left", stopped.Errors);
        Assert.Contains(cluster.Store, stopped.Errors);

        disk.Clear();
        await using var again = cluster.OpenStore();
        var study = (await again.ListStudies())[0].Id;
        await cluster.Succeed("resume", study);
        Assert.Equal(await Undisturbed.Digests(TestScenarios.Storm), Undisturbed.Of((await cluster.Succeed("watch", study, "--json")).Output));
    }
}
