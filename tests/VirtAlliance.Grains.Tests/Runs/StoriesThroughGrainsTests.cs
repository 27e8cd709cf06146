using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Grains.Tests.Runs;

/// <summary>Upheavals of alliances in mid-run, by messages between grains: the records that one thread makes, whatever is lost on the way.</summary>
public sealed class StoriesThroughGrainsTests
{
    private const int AnnouncedIn = 3;

    [Fact]
    public async Task Every_story_has_the_records_that_one_thread_makes()
    {
        await using var cluster = await MarketCluster.Start(2);
        var study = await cluster.Submit([.. PartnershipStories.All.Select(s => s.Run)]);
        Assert.Equal(RunStatus.Completed, (await MarketCluster.End(study)).Status);
        var rows = await cluster.Runs(study);
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, run) = PartnershipStories.All[i];
            var history = (await LedgerHistory.Read(cluster.Store, rows[i], run))!;
            Conserved.Money(history.Opening.Initial, history.Quarters);
            Conserved.Seats(run.InForce, history.Opening.Initial, history.Quarters);
            Assert.Equal(ModelRun.Hashes(run).Prepend(name), (await cluster.Hashes(rows[i].Id)).Prepend(name));
        }
    }

    [Theory]
    [InlineData("a member founds a rival")]
    [InlineData("a guest joins")]
    [InlineData("everybody decides in every quarter")]
    [InlineData("all members leave in one quarter")]
    public async Task Vendors_and_alliances_that_lose_their_memory_at_any_moment_change_no_story(string story)
    {
        var run = PartnershipStories.Of(story);
        await using var cluster = await MarketCluster.Start(2);
        for (var seed = 1; seed <= 3; seed++)
        {
            var study = await cluster.Submit(run);
            var id = (await cluster.Runs(study))[0].Id;
            var grains = Chaos.Grains(cluster.Silos.Client, id, run).Concat(Rivals(run).Select(r => cluster.Silos.Client.GetGrain<IAllianceGrain>(GrainKeys.Of(id, r)).GetGrainId()));
            await Chaos.Until(MarketCluster.End(study), cluster, [.. grains], seed);
            Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
        }
    }

    [Fact]
    public async Task A_rival_that_was_announced_is_founded_by_whoever_takes_the_run_up_from_the_ledger()
    {
        var run = PartnershipStories.Of("a member founds a rival");
        await using var cluster = await MarketCluster.Start(1);
        cluster.Store.HoldFrom(AnnouncedIn + 1);
        var study = await cluster.Submit(run);
        var id = (await cluster.Runs(study))[0].Id;
        await Announced(cluster, id);
        await cluster.Store.Take(id, "another");   // the coordinator, which is ahead of the disk, has lost its run
        cluster.Store.Release();
        await MarketCluster.End(study);
        Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
    }

    private static Task Announced(MarketCluster cluster, string run) =>
        Eventually.So($"quarter {AnnouncedIn} of the story has come to the ledger", async () => (await cluster.Store.FindRun(run))!.LastQuarter >= AnnouncedIn);

    private static string[] Rivals(RunDefinition run)
    {
        using var market = new MarketRun(run);
        return [.. market.ToTheEnd().Last().Closed.Alliances.Where(a => Model.Partnership.Rivals.Is(run.InForce, a)).Select(a => a.Id)];
    }
}
