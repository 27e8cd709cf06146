using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Grains.Tests.Runs;

public sealed class CheckpointTests
{
    [Fact]
    public Task Segments_that_go_on_from_checkpoints_change_nothing() => Same(kept => kept);

    [Fact]
    public Task A_checkpoint_with_a_flipped_bit_is_as_good_as_none() => Same(kept => kept with { Columns = [(byte)(kept.Columns[0] ^ 1), .. kept.Columns[1..]] });

    [Fact]
    public Task A_checkpoint_of_other_conditions_is_as_good_as_none() => Same(kept => kept with { ConditionsHash = new byte[32], Columns = kept.Columns });

    [Fact]
    public Task A_checkpoint_from_later_than_the_ledger_is_as_good_as_none() => Same(kept => kept with { Quarter = 1_000 });

    /// <summary>Blocks leave a checkpoint every quarter, and all lose their memory in mid-run.</summary>
    private static async Task Same(Func<BlockCheckpoint, BlockCheckpoint> damage)
    {
        await using var cluster = await MarketCluster.Start(1, settings => (settings.ReplayAtMost, settings.UnsavedAtMost) = (TimeSpan.Zero, TimeSpan.Zero));
        cluster.Store.Damage = damage;
        var run = WideMarket.Run(segments: 3, quarters: 20);
        cluster.Store.HoldFrom(12);
        var study = await cluster.Submit(run);
        var id = (await cluster.Runs(study))[0].Id;
        var grains = Chaos.Grains(cluster.Silos.Client, id, run);
        await Eventually.So("a checkpoint is kept", async () => await cluster.Store.FindCheckpoint(id, "0/0/0") is not null);
        var known = cluster.Store.CheckpointsFound;
        await Chaos.LoseAll(cluster, grains);
        cluster.Store.Release();
        await MarketCluster.End(study);
        Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
        Assert.True(cluster.Store.CheckpointsFound > known, "nobody looked for a checkpoint");
    }
}
