using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Grains.Tests.Runs;

public sealed class ClusterEqualsModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_markets_have_the_records_that_one_thread_makes(short silos)
    {
        await using var cluster = await MarketCluster.Start(silos);
        var runs = Enumerable.Range(1, 40).Select(seed => RandomMarket.Run(1000 * silos + seed)).ToArray();
        var study = await cluster.Submit(runs);
        var end = await MarketCluster.End(study);
        Assert.Equal(RunStatus.Completed, end.Status);
        var rows = await cluster.Runs(study);
        for (var i = 0; i < runs.Length; i++)
            Assert.Equal(ModelRun.Hashes(runs[i]), await cluster.Hashes(rows[i].Id));
    }
}
