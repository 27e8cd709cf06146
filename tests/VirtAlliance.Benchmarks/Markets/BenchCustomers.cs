using VirtAlliance.Model.Customers;

namespace VirtAlliance.Benchmarks.Markets;

/// <summary>All customers of a market, block by block.</summary>
internal sealed class BenchCustomers(BenchMarket market) : IDisposable
{
    private readonly CustomerBlock[] _blocks =
        [.. market.Market.Territories.SelectMany(t => t).Select(b => CustomerBlock.Birth(market.Market, b, market.Likings[b.Segment]))];

    private int _quarter;

    /// <summary>How many they are.</summary>
    public long Count { get; } = market.Market.Definition.Segments.Sum(s => s.Customers);

    /// <summary>A quarter of all of them; returns <see cref="Count"/>.</summary>
    public long Choose()
    {
        var conditions = market.Conditions(_quarter++);
        foreach (var block in _blocks) block.Choose(conditions);
        return Count;
    }

    public void Dispose()
    {
        foreach (var block in _blocks) block.Dispose();
    }
}
