using Orleans.Runtime;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Tests.Cluster;

namespace VirtAlliance.Grains.Tests.Runs;

public sealed class TerritoryTests
{
    private const int Segments = 600;   // blocks of one customer segment each: three territories

    [Fact]
    public async Task Territories_spread_over_the_nodes_with_their_segments_and_change_nothing()
    {
        await using var cluster = await MarketCluster.Start(3, s => s.GuardsGrains = false);
        var run = WideMarket.Run(Segments, quarters: 12);
        var study = await cluster.Submit(run);
        var id = (await cluster.Runs(study))[0].Id;
        var seen = new HashSet<string>();
        var end = MarketCluster.End(study);
        while (!end.IsCompleted)
        {
            if (Where(cluster, id) is { } where) seen.Add(where);
            await Task.Delay(5);
        }
        await end;
        Assert.Contains("3 nodes, segments with their territories", seen);
        Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
    }

    [Fact]
    public async Task A_node_that_joins_takes_its_part_in_mid_run()
    {
        await using var cluster = await MarketCluster.Start(1, s => s.GuardsGrains = false);
        var run = WideMarket.Run(Segments, quarters: 20);
        cluster.Store.HoldFrom(5);
        var study = await cluster.Submit(run);
        var id = (await cluster.Runs(study))[0].Id;
        var end = MarketCluster.End(study);
        await cluster.Silos.StartAdditionalSiloAsync();
        cluster.Store.Release();
        var seen = new HashSet<string>();
        while (!end.IsCompleted)
        {
            if (Where(cluster, id) is { } where) seen.Add(where);
            await Task.Delay(5);
        }
        await end;
        Assert.Contains("2 nodes, segments with their territories", seen);
        Assert.Equal(ModelRun.Hashes(run), await cluster.Hashes(id));
    }

    [Fact]
    public async Task A_block_that_moves_takes_its_customers_along()
    {
        await using var cluster = await MarketCluster.Start(2, s => s.GuardsGrains = false);
        var run = WideMarket.Run(segments: 2, quarters: 6, customers: 300);
        var study = await cluster.Submit(run);
        await MarketCluster.End(study);
        using var model = new Model.Running.MarketRun(run);
        var conditions = model.ToTheEnd().Select(q => new QuarterConditions(q.Conditions)).ToArray();
        var segment = cluster.Silos.Client.GetGrain<ISegmentGrain>(GrainKeys.Of((await cluster.Runs(study))[0].Id, new Model.Market(run).Territories[0][1]));
        await segment.Purchase(new Step(9, 3), conditions[3]);
        var (from, id) = (Node(cluster, segment.GetGrainId())!, segment.GetGrainId());
        var to = cluster.Silos.Silos.Select(s => s.SiloAddress).Single(s => !s.Equals(from));
        await segment.Move(9, to);
        await Eventually.So("the block has moved with its customers", () =>
            to.Equals(Node(cluster, id)) && cluster.Silos.TryGetGrainContext(id, out var there) && there.GrainInstance is Trade.SegmentGrain { BroughtQuarter: 3 });
        Assert.Equal(Text(StayedAtHome(run, conditions)), Text(await segment.Purchase(new Step(9, 4), conditions[4])));
    }

    private static BlockTrade StayedAtHome(Model.Definition.RunDefinition run, QuarterConditions[] conditions)
    {
        var market = new Model.Market(run);
        using var model = new Model.Running.MarketRun(run);
        using var block = Trade.BlockCustomers.Birth(market, market.Territories[0][1], model.Opening.Likings[1]);
        for (var t = 0; t < 4; t++) block.Choose(conditions[t].Value);
        return block.Choose(conditions[4].Value);
    }

    private static string Text(BlockTrade trade) => System.Text.Json.JsonSerializer.Serialize(trade);

    /// <summary>On how many nodes the distributors are, and whether their segments are with them; null while one is nowhere.</summary>
    private static string? Where(MarketCluster cluster, string run)
    {
        var territories = new Model.Market(WideMarket.Run(Segments, 1)).Territories;
        var nodes = new HashSet<SiloAddress>();
        var together = true;
        for (var t = 0; t < territories.Length; t++)
        {
            if (Node(cluster, cluster.Silos.Client.GetGrain<IDistributorGrain>(GrainKeys.Of(run, t)).GetGrainId()) is not { } node) return null;
            nodes.Add(node);
            foreach (var block in territories[t].Where((_, i) => i % 50 == 0))
                together &= node.Equals(Node(cluster, cluster.Silos.Client.GetGrain<ISegmentGrain>(GrainKeys.Of(run, block)).GetGrainId()));
        }
        return together ? $"{nodes.Count} nodes, segments with their territories" : $"{nodes.Count} nodes, segments elsewhere";
    }

    private static SiloAddress? Node(MarketCluster cluster, GrainId grain) =>
        cluster.Silos.TryGetGrainContext(grain, out var context) ? context.Address.SiloAddress : null;
}
