using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Tests.Runs;

/// <summary>What a grain makes of steps out of turn. Another node is asked, so that messages and errors cross the wire.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task An_older_epoch_is_refused_and_a_newer_one_adopted()
    {
        await using var cluster = await MarketCluster.Start(1, s => s.GuardsGrains = false);
        var (segment, conditions) = await Ended(cluster);
        var first = await segment.Purchase(new Step(5, 0), conditions[0]);
        await Assert.ThrowsAsync<StaleEpochException>(() => segment.Purchase(new Step(4, 0), conditions[0]));
        Assert.Equal(Text(first), Text(await segment.Purchase(new Step(6, 0), conditions[0])));
        await Assert.ThrowsAsync<StaleEpochException>(() => segment.Purchase(new Step(5, 0), conditions[0]));
    }

    [Fact]
    public async Task The_same_quarter_under_other_conditions_stops_the_run()
    {
        await using var cluster = await MarketCluster.Start(1, s => s.GuardsGrains = false);
        var (segment, conditions) = await Ended(cluster);
        await segment.Purchase(new Step(9, 0), conditions[0]);
        var other = conditions[0].Value with { Products = [.. conditions[0].Value.Products.Select(p => p with { PriceCents = p.PriceCents + 1 })] };
        await Assert.ThrowsAsync<DeterminismException>(() => segment.Purchase(new Step(9, 0), new QuarterConditions(other)));
    }

    [Fact]
    public async Task Whatever_quarter_is_asked_for_the_answer_is_that_quarters()
    {
        await using var cluster = await MarketCluster.Start(1, s => s.GuardsGrains = false);
        var (segment, conditions) = await Ended(cluster);
        var inOrder = new List<string>();
        for (var t = 0; t < conditions.Length; t++) inOrder.Add(Text(await segment.Purchase(new Step(9, t), conditions[t])));
        foreach (var t in (int[])[4, 4, 2, 5, 0, 3, 3, 1]) Assert.Equal(inOrder[t], Text(await segment.Purchase(new Step(9, t), conditions[t])));
    }

    [Fact]
    public async Task Clients_reach_no_grain_but_studies_and_the_read_side_of_coordinators()
    {
        await using var cluster = await MarketCluster.Start(1);
        var (segment, conditions) = await Ended(cluster);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => segment.Purchase(new Step(9, 0), conditions[0]));
        var coordinator = cluster.Silos.Client.GetGrain<ICoordinatorGrain>((await cluster.Store.ListRuns())[0].Id);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coordinator.Stop());
        Assert.Equal(RunStatus.Completed, (await coordinator.Status()).Status);
    }

    /// <summary>A segment's first block after its run has ended, and the conditions of the run's quarters.</summary>
    private static async Task<(ISegmentGrain Segment, QuarterConditions[] Conditions)> Ended(MarketCluster cluster)
    {
        var run = WideMarket.Run(segments: 2, quarters: 6, customers: 300);
        var study = await cluster.Submit(run);
        await MarketCluster.End(study);
        var id = (await cluster.Runs(study))[0].Id;
        using var model = new MarketRun(run);
        var block = new Market(run).Territories[0][1];
        return (cluster.Silos.Client.GetGrain<ISegmentGrain>(GrainKeys.Of(id, block)), [.. model.ToTheEnd().Select(q => new QuarterConditions(q.Conditions))]);
    }

    private static string Text(BlockTrade trade) => System.Text.Json.JsonSerializer.Serialize(trade);
}
