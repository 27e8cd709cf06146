using System.Diagnostics;
using VirtAlliance.Cluster.Tests.Clusters;
using Xunit.Abstractions;

namespace VirtAlliance.Cluster.Tests.Measures;

/// <summary>How long a run stands still when a silo is lost: measured and shown, not judged, as it depends on the machine.</summary>
public sealed class RecoveryTimes(ITestOutputHelper output)
{
    private const int Times = 10, Quarter = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [LargeFact]
    public Task A_killed_silo_of_three() => Measure(Signals.Kill);

    [LargeFact]
    public Task A_hung_silo_of_three() => Measure(Signals.Freeze);

    /// <summary>From the blow, with quarter 20 on disk, until the next quarter is; silos take turns, so that now and then the coordinator's is hit.</summary>
    private async Task Measure(Action<int> blow)
    {
        await using var cluster = await LocalCluster.Start(silos: 3);
        var seconds = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            await cluster.Active(3);
            await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
            await watched.Reaches(Quarter);
            var (silo, coordinators) = ($"silo-{1 + time % 3}", await watched.Coordinators());
            blow(cluster.Pids()[silo]);
            var (began, reached) = (Stopwatch.GetTimestamp(), (await watched.Row()).LastQuarter);
            await watched.Reaches(reached + 2);   // one may have been on its way to the disk
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            output.WriteLine($"{seconds[^1],6:0.00} s{(silo == coordinators ? " (the coordinator's)" : "")}");
            await watched.Ends();
            await Eventually.So("three silos run", Patience, () => cluster.Pids().Count == 3);
        }
        seconds.Sort();
        output.WriteLine($"median {(seconds[(Times / 2) - 1] + seconds[Times / 2]) / 2:0.00} s");
    }
}
