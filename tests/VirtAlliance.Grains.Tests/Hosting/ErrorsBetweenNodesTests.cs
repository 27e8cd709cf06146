using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Ledger;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Tests.Hosting;

public sealed class ErrorsBetweenNodesTests
{
    [Fact]
    public async Task Errors_keep_their_type_and_their_words_on_the_way_to_another_node()
    {
        await using var cluster = await MarketCluster.Start(1);
        var wire = cluster.Silos.Silos[0].ServiceProvider.GetRequiredService<Serializer>();
        foreach (var error in (Exception[])[
            new CorruptLedgerException("r", 3, [1], [2]), new LikingsDivergedException("firms"), new BrokenLawException("seats"), new RunStoreException(StoreFault.Full, "no room")])
        {
            var arrived = wire.Deserialize<Exception>(wire.SerializeToArray(error));
            Assert.Equal((error.GetType(), error.Message), (arrived!.GetType(), arrived.Message));
        }
    }
}
