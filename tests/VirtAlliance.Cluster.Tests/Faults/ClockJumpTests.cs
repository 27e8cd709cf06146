using VirtAlliance.Cluster.Tests.Clusters;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class ClockJumpTests
{
    [ClockFact]
    public async Task A_clock_that_jumps_ahead_and_back_changes_nothing()
    {
        await using var cluster = new LocalCluster();
        var clock = new FakeClock(cluster.Folder);
        await clock.Begin(cluster, silos: 3);
        var before = cluster.Pids();
        await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
        await watched.Reaches(10);
        clock.Jump(TimeSpan.FromHours(1));
        await watched.Reaches(25);
        clock.Jump(TimeSpan.FromHours(-2));
        await watched.Reaches(40);
        clock.Jump(TimeSpan.FromDays(400));
        await watched.Ends();
        await watched.IsUndisturbed();
        Assert.Equal(before, cluster.Pids());   // no silo was taken for dead
    }
}
