using VirtAlliance.Client.Tests;
using VirtAlliance.Cluster.Tests.Clusters;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Cluster.Tests.Kills;

/// <summary>A run that a plan is carried out on, watched by the console and by a client that remembers.</summary>
internal sealed class KillRun(LocalCluster cluster, KillPlan plan, string digest)
{
    private const int Silos = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Random _random = new(plan.Seed);

    /// <summary>The run must end by itself with the digest, whoever dies.</summary>
    public async Task Survives()
    {
        var (study, runs) = await cluster.Submit(TestScenarios.Storm);
        await using var store = cluster.OpenStore();
        await using var watcher = new RunWatcher(cluster, runs[0]);
        using var console = cluster.Launch("watch", study, "--json");
        var told = RunningConsole.Finish(console, "watch");
        foreach (var strike in plan.Strikes)
        {
            await Eventually.So($"quarter {strike.Quarter} is in the ledger", Patience, async () => (await Row(store, runs[0])).LastQuarter >= strike.Quarter);
            await Task.Delay(strike.Milliseconds);
            await Carry(strike, watcher);
        }
        await Eventually.So($"the study has ended: {await Row(store, runs[0])}", Patience, async () => (await store.FindStudy(study))!.Status is not (RunStatus.Queued or RunStatus.Running));
        await Verify(store, runs[0], watcher);
        if (plan.Strikes.All(s => s.Whom != Victims.All)) Told(await told);
        else await Quit(console, told);
    }

    private static async Task<RunRow> Row(IRunStore store, string run) => (await store.FindRun(run))!;

    private async Task Carry(Strike strike, RunWatcher watcher)
    {
        if (strike.Whom == Victims.All)
        {
            cluster.KillAll();
            await cluster.Begin(Silos);
            return;
        }
        var pids = cluster.Pids();
        foreach (var silo in Choose(strike.Whom, [.. pids.Keys.Order(StringComparer.Ordinal)], watcher.Last?.Silo)) Signals.Kill(pids[silo]);
    }

    private IEnumerable<string> Choose(Victims whom, string[] living, string? coordinator)
    {
        _random.Shuffle(living);
        return whom switch
        {
            Victims.Coordinators => living.OrderBy(s => s == coordinator ? 0 : 1).Take(1),
            Victims.One => living.Take(1),
            Victims.Two => living.Take(2),
            _ => living,
        };
    }

    private async Task Verify(IRunStore store, string run, RunWatcher watcher)
    {
        var row = await Row(store, run);
        Assert.True(row.Status == RunStatus.Completed, $"the run is {row.Status}: {row.Error}");
        var hashes = await Ledgers.Check(store, run);
        Assert.Equal(row.Quarters + 1, hashes.Length);
        Assert.Equal(digest, hashes[^1]);
        Ledgers.Holds(hashes, watcher.Shown);
    }

    private void Told(Finished watch)
    {
        Assert.True(watch.Status == 0, $"watch ended with {watch.Status}: {watch.Errors}");
        Assert.Equal([digest], Undisturbed.Of(watch.Output));
    }

    /// <summary>Its cluster is gone for good: the console may say so, or see the run's end; it may not stay.</summary>
    private static async Task Quit(System.Diagnostics.Process console, Task<Finished> told)
    {
        if (!told.IsCompleted) Signals.Ask(console.Id);
        await told;
    }
}
