using System.Diagnostics;
using VirtAlliance.Client.Tests;
using VirtAlliance.Cluster.Tests.Clusters;

namespace VirtAlliance.Cluster.Tests.Kills;

/// <summary>A run that a plan is carried out on, watched by the console and by a client that remembers.</summary>
internal sealed class KillRun(LocalCluster cluster, KillPlan plan)
{
    private const int Silos = 3;

    private readonly Random _random = new(plan.Seed);

    /// <summary>The run must end by itself with the digest, whoever dies; and the console that watches it must tell of it.</summary>
    public async Task Survives()
    {
        await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
        using var console = cluster.Launch("watch", watched.Study, "--json");
        var told = RunningConsole.Finish(console, "watch");
        foreach (var strike in plan.Strikes)
        {
            await watched.Reaches(strike.Quarter);
            await Task.Delay(strike.Milliseconds);
            await Carry(strike, watched.CoordinatorsSilo);
        }
        await watched.Ends();
        await watched.IsUndisturbed();
        await Told(console, told);
    }

    private async Task Carry(Strike strike, string? coordinators)
    {
        if (strike.Whom == Victims.All)
        {
            cluster.KillAll();
            await cluster.Begin(Silos);
            return;
        }
        var pids = cluster.Pids();
        foreach (var silo in Choose(strike.Whom, [.. pids.Keys.Order(StringComparer.Ordinal)], coordinators)) Signals.Kill(pids[silo]);
    }

    private IEnumerable<string> Choose(Victims whom, string[] living, string? coordinators)
    {
        _random.Shuffle(living);
        return whom switch
        {
            Victims.Coordinators => living.OrderBy(s => s == coordinators ? 0 : 1).Take(1),
            Victims.One => living.Take(1),
            Victims.Two => living.Take(2),
            _ => living,
        };
    }

    private static async Task Told(Process console, Task<Finished> told)
    {
        var watch = await told;
        Assert.True(watch.Status == 0, $"watch {console.Id} ended with {watch.Status}: {watch.Errors}");
        Assert.Equal(await Undisturbed.Digests(TestScenarios.Storm), Undisturbed.Of(watch.Output));
    }
}
