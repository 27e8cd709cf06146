using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Grains.Tests.Runs;

public sealed class RecoveryTests
{
    [Fact]
    public async Task Grains_that_lose_their_memory_at_any_moment_change_nothing()
    {
        await using var cluster = await MarketCluster.Start(2);
        for (var seed = 1; seed <= 6; seed++)
        {
            var run = RandomMarket.Run(seed);
            var study = await cluster.Submit(run);
            var id = (await cluster.Runs(study))[0].Id;
            await Chaos.Until(MarketCluster.End(study), cluster, Chaos.Grains(cluster.Silos.Client, id, run), seed);
            Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
        }
    }

    [Fact]
    public async Task A_node_that_dies_in_mid_run_changes_nothing()
    {
        await using var cluster = await MarketCluster.Start(3);
        var runs = Enumerable.Range(1, 60).Select(RandomMarket.Run).ToArray();
        var study = await cluster.Submit(runs);
        await Completed(study, 5);
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[1]);
        await AllAsAlone(cluster, study, runs);
    }

    [Fact]
    public async Task A_node_that_is_stopped_hands_its_runs_over()
    {
        await using var cluster = await MarketCluster.Start(3);
        var runs = Enumerable.Range(101, 60).Select(RandomMarket.Run).ToArray();
        var study = await cluster.Submit(runs);
        await Completed(study, 5);
        await cluster.Silos.StopSiloAsync(cluster.Silos.Silos[1]);
        await AllAsAlone(cluster, study, runs);
    }

    [Fact]
    public async Task A_coordinator_that_loses_its_epoch_stops_and_the_run_goes_on_under_the_next()
    {
        await using var cluster = await MarketCluster.Start(1);
        var run = WideMarket.Run(segments: 3, quarters: 20);
        cluster.Store.HoldFrom(6);
        var study = await cluster.Submit(run);
        var id = (await cluster.Runs(study))[0].Id;
        await cluster.InLedger(id, 5);
        var epoch = await cluster.Store.Take(id, "another");
        cluster.Store.Release();
        await MarketCluster.End(study);
        Assert.True((await cluster.Store.FindRun(id))!.Epoch > epoch);
        Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
    }

    private static async Task AllAsAlone(MarketCluster cluster, IStudyGrain study, Model.Definition.RunDefinition[] runs)
    {
        var rows = await Ended(cluster, study);
        for (var i = 0; i < runs.Length; i++) Assert.Equal(ModelRun.Hashes(runs[i]), await cluster.Hashes(rows[i].Id));
    }

    /// <summary>Asks the store, not the study: that may be on the node that died.</summary>
    private static async Task<IReadOnlyList<RunRow>> Ended(MarketCluster cluster, IStudyGrain study)
    {
        await Eventually.So("all runs have ended", async () => (await cluster.Runs(study)).All(r => r.Status is not (RunStatus.Queued or RunStatus.Running)));
        var rows = await cluster.Runs(study);
        Assert.All(rows, r => Assert.True(r.Status == RunStatus.Completed, $"{r.Id} is {r.Status}: {r.Error}"));
        return rows;
    }

    private static Task Completed(IStudyGrain study, int runs) => Eventually.So($"{runs} runs are completed", async () => (await study.Status()).Completed >= runs);
}
