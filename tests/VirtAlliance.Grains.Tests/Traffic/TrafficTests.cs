using System.Diagnostics;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Model;
using VirtAlliance.Model.Layout;
using Xunit.Abstractions;

namespace VirtAlliance.Grains.Tests.Traffic;

/// <summary>What a quarter costs between nodes: nothing that grows with customers or segments.</summary>
public sealed class TrafficTests(ITestOutputHelper output)
{
    private const int Few = 8, Many = 40;

    [Theory]
    [InlineData(4, 24 * BlockId.Size, 96)]
    [InlineData(4, 64 * BlockId.Size, 256)]
    [InlineData(100, 60_000, 100)]
    [InlineData(2_000, 600, 2_000)]
    public async Task Messages_between_three_nodes_grow_with_territories_and_vendors_only(int segments, int customersEach, int blocks)
    {
        await using var cluster = await MarketCluster.Start(3);
        using var sent = new SentMessages();
        var market = new Market(WideMarket.Run(segments, Many, customersEach));
        Assert.Equal(blocks, market.Territories.Sum(t => t.Length));

        await Run(cluster, sent, WideMarket.Run(segments, Few, customersEach));   // what nodes say to each other only once

        var idle = await Idle(sent);
        var few = await Run(cluster, sent, WideMarket.Run(segments, Few, customersEach));
        var many = await Run(cluster, sent, WideMarket.Run(segments, Many, customersEach));
        var perQuarter = (many.Messages - few.Messages - idle * (many.Seconds - few.Seconds)) / (Many - Few);
        var (territories, vendors) = (market.Territories.Length, market.Definition.Vendors.Length);
        var bound = 2 * territories * (vendors + 1);
        output.WriteLine($"| {segments} | {blocks} | {territories} | {vendors} | {perQuarter:0.0} | {bound} |");
        Assert.InRange(perQuarter, 1, bound);
    }

    /// <summary>Messages per second while there is nothing to do.</summary>
    private static async Task<double> Idle(SentMessages sent)
    {
        var (watch, before) = (Stopwatch.StartNew(), sent.Count);
        while (watch.Elapsed < TimeSpan.FromSeconds(4)) await Task.Delay(100);
        return (sent.Count - before) / watch.Elapsed.TotalSeconds;
    }

    private static async Task<(long Messages, double Seconds)> Run(MarketCluster cluster, SentMessages sent, Model.Definition.RunDefinition run)
    {
        var (watch, before) = (Stopwatch.StartNew(), sent.Count);
        var study = await cluster.Submit(run);
        var end = await MarketCluster.End(study);
        Assert.True(end.Status == RunStatus.Completed, end.Error);
        return (sent.Count - before, watch.Elapsed.TotalSeconds);
    }
}
