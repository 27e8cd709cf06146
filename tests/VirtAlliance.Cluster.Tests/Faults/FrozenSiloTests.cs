using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Cluster.Tests.Clusters;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class FrozenSiloTests
{
    private static readonly SiloBeat Nobody = new("nobody", "nobody", "", 0, 0);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_silo_that_hangs_is_replaced_and_the_run_goes_on()
    {
        await using var cluster = await LocalCluster.Start(silos: 3);
        await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
        await watched.Reaches(15);
        var hung = cluster.Pids()[await watched.Coordinators()];
        Signals.Freeze(hung);
        await watched.Ends();
        await watched.IsUndisturbed();
        await Eventually.So("the hung silo is replaced", Patience, () => !cluster.Pids().ContainsValue(hung) && cluster.Pids().Count == 3);
    }

    /// <summary>Supervisor and silo are halted together, so nobody replaces the silo: it is declared dead, its run is taken over, and then it wakes and finds itself at work on a run of another's.</summary>
    [Fact]
    public async Task Of_two_coordinators_of_one_run_only_the_newer_one_writes()
    {
        await using var cluster = await LocalCluster.Start(silos: 3);
        await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
        await watched.Reaches(15);
        var (supervisor, sleeper) = (cluster.State!.Supervisor.Pid, cluster.Pids()[await watched.Coordinators()]);
        Signals.Freeze(supervisor);
        await FreezeBetweenWrites(cluster, sleeper);
        var epoch = (await watched.Row()).Epoch;
        await Eventually.So("another coordinator has taken the run", Patience, async () => (await watched.Row()).Epoch > epoch);
        var quarter = (await watched.Row()).LastQuarter;
        await watched.Reaches(quarter + 2);
        Signals.Thaw(sleeper);
        Signals.Thaw(supervisor);
        await watched.Ends();
        await watched.IsUndisturbed();
        var epochs = await watched.Epochs();
        Assert.Equal(epochs.Order(), epochs);
        Assert.True(epochs[^1] > epoch);
        await cluster.Active(3);
    }

    /// <summary>A silo that is halted in the middle of a write keeps the store's file locked; that is another test.</summary>
    private static async Task FreezeBetweenWrites(LocalCluster cluster, int pid)
    {
        await using var store = cluster.OpenStore();
        while (true)
        {
            Signals.Freeze(pid);
            var write = store.Beat(Nobody);
            if (await Task.WhenAny(write, Task.Delay(TimeSpan.FromSeconds(2))) == write) return;
            Signals.Thaw(pid);
            await write;
        }
    }

    [Fact]
    public async Task A_silo_that_hangs_with_the_store_locked_is_killed_and_the_run_goes_on()
    {
        await using var cluster = await LocalCluster.Start(silos: 3);
        await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
        await watched.Reaches(10);
        var locker = cluster.Pids().Values.First();
        await FreezeInWrite(cluster, locker);
        await watched.Ends();
        await watched.IsUndisturbed();
    }

    /// <summary>Tries moments until one lies within a write.</summary>
    private static async Task FreezeInWrite(LocalCluster cluster, int pid)
    {
        await using var store = cluster.OpenStore();
        for (var write = Task.CompletedTask; write.IsCompleted;)
        {
            Signals.Thaw(pid);
            await Task.Delay(Random.Shared.Next(20));
            Signals.Freeze(pid);
            write = store.Beat(Nobody);
            await Task.WhenAny(write, Task.Delay(TimeSpan.FromMilliseconds(300)));
            if (!write.IsCompleted) return;
        }
    }
}
