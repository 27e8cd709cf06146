using BenchmarkDotNet.Attributes;
using VirtAlliance.Benchmarks.Markets;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Benchmarks.Measures;

/// <summary>A panel's quarter, with its figures and without (a replay), and the likings of its segment.</summary>
[InProcess]
public class PanelBenchmark
{
    private BenchMarket _market = BenchMarkets.Whole(1, 2);
    private SegmentPanel? _panel;
    private int _quarter;

    /// <summary>Customers of the segment; a panel has 4,096 of them, or somewhat more.</summary>
    [Params(1_250, 1_000_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _market = BenchMarkets.Whole(Customers, 6);
        _panel = _market.Panel();
    }

    [Benchmark]
    public object Figures() => _panel!.Figures(_market.Conditions(0));

    [Benchmark]
    public void Replay() => _panel!.Live(_market.Conditions(_quarter++));

    [Benchmark]
    public object Solve() => Likings.Solve(_market.Market.Opening, 0);

    [GlobalCleanup]
    public void Forget() => _panel?.Dispose();
}
