using VirtAlliance.Client.Tests;
using VirtAlliance.Cluster.Tests.Clusters;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class FullDiskTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SmallDiskFact]
    public async Task A_full_disk_stops_the_run_with_a_clear_error_and_it_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk();
        await using var cluster = await LocalCluster.Start(silos: 3, TestStore.FileIn(disk.Folder));
        using var console = cluster.Launch("submit", TestScenarios.Storm, "--quarters", "200", "--watch");
        var told = RunningConsole.Finish(console, "submit --watch");
        await using var store = cluster.OpenStore();
        await Eventually.So("the run is under way", Patience, async () => (await store.ListRuns()).Any(r => r.LastQuarter > 5));
        disk.Fill();
        var stopped = await told;
        Assert.Equal(1, stopped.Status);
        Assert.Contains("no room left", stopped.Errors);
        Assert.Contains(cluster.Store, stopped.Errors);

        disk.Clear();
        var study = (await store.ListStudies())[0].Id;
        var ended = await cluster.Succeed("watch", study, "--json");
        Assert.Equal(await Undisturbed.Digests(TestScenarios.Storm, "--quarters", "200"), Undisturbed.Of(ended.Output));
    }

    [SmallDiskFact]
    public async Task A_full_disk_ends_a_run_of_one_process_with_a_clear_error_and_a_cluster_takes_it_up_when_there_is_room()
    {
        using var disk = new SmallDisk();
        await using var cluster = new LocalCluster(TestStore.FileIn(disk.Folder));
        using var console = cluster.Launch("run", TestScenarios.Storm, "--quarters", "200");
        var told = RunningConsole.Finish(console, "run");
        await Eventually.So("there is a store", Patience, () => File.Exists(cluster.Store));
        await using var store = cluster.OpenStore();
        await Eventually.So("the run is under way", Patience, async () => (await store.ListRuns()).Any(r => r.LastQuarter > 5));
        disk.Fill();
        var stopped = await told;
        Assert.Equal(1, stopped.Status);
        Assert.Contains("no room left", stopped.Errors);

        disk.Clear();
        await cluster.Begin(silos: 1);
        var ended = await cluster.Succeed("watch", (await store.ListStudies())[0].Id, "--json");
        Assert.Equal(await Undisturbed.Digests(TestScenarios.Storm, "--quarters", "200"), Undisturbed.Of(ended.Output));
    }
}
