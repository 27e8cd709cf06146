using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Tests.Cluster;

namespace VirtAlliance.Grains.Tests.Studies;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_run_advances_no_more_and_goes_on_when_resumed()
    {
        await using var cluster = await MarketCluster.Start(1);
        var run = WideMarket.Run(segments: 3, quarters: 60);
        cluster.Store.HoldFrom(6);
        var study = await cluster.Submit(run);
        var id = (await cluster.Runs(study))[0].Id;
        await cluster.InLedger(id, 5);
        await study.Cancel();   // though records are still on their way to the disk
        var stopped = (await cluster.Store.FindRun(id))!;
        Assert.Equal((RunStatus.Cancelled, 5), (stopped.Status, stopped.LastQuarter));
        Assert.Equal(RunStatus.Cancelled, (await study.Status()).Status);
        cluster.Store.Release();
        await study.Start();
        Assert.Equal(RunStatus.Cancelled, (await study.Status()).Status);
        await study.Resume();
        await Eventually.So("the run is completed", async () => (await cluster.Store.FindRun(id))!.Status == RunStatus.Completed);
        Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
    }

    [Fact]
    public async Task Cancelled_in_the_store_alone_a_study_of_many_runs_is_left_by_all_grains()
    {
        await using var cluster = await MarketCluster.Start(2);
        var study = await cluster.Submit([.. Enumerable.Range(0, 200).Select(i => WideMarket.Run(segments: 2, quarters: 4_000) with { Replicate = (uint)i })]);
        var runs = await cluster.Runs(study);
        await Eventually.So("runs advance", async () => (await study.Status()).InFlight.Count(r => r.Quarter >= 0) >= 10);
        await cluster.Store.Cancel(study.GetPrimaryKeyString());
        var left = await Ledgers(cluster, study);
        await Eventually.So("the study ends", async () => (await study.Status()).Status == RunStatus.Cancelled);
        await Eventually.So("no coordinator is at work", () => Task.FromResult(!runs.Any(r => IsActive(cluster, r))));
        await study.Start();   // as the run keeper would
        Assert.Equal(left, await Ledgers(cluster, study));
        Assert.DoesNotContain(runs, r => IsActive(cluster, r));
    }

    private static async Task<IEnumerable<(RunStatus, string?)>> Ledgers(MarketCluster cluster, IStudyGrain study) =>
        (await cluster.Runs(study)).Select(r => (r.Status, r.Digest)).ToArray();

    private static bool IsActive(MarketCluster cluster, RunRow run) =>
        cluster.Silos.TryGetGrainContext(cluster.Silos.Client.GetGrain<ICoordinatorGrain>(run.Id).GetGrainId(), out _);
}
