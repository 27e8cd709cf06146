using VirtAlliance.Benchmarks.Markets;

namespace VirtAlliance.Benchmarks.Quick;

/// <summary>All that can be timed quickly.</summary>
internal static class QuickCases
{
    private const int Million = 1_000_000;

    public static IReadOnlyList<QuickCase> All { get; } =
    [
        new("bare-6", "decision", 6, () => Decisions(BenchMarkets.Bare(Million, 6))),
        new("bare-20", "decision", 20, () => Decisions(BenchMarkets.Bare(Million, 20))),
        new("whole-6", "decision", 6, () => Decisions(BenchMarkets.Whole(Million, 6))),
        new("whole-20", "decision", 20, () => Decisions(BenchMarkets.Whole(Million, 20))),
        new("portable-6", "decision", 6, () => Decisions(BenchMarkets.Whole(Million, 6, portability: 0.5))),
        new("scan", "customer", 0, () => Decisions(BenchMarkets.Newcomers(Million, 6, innovation: 1e-9))),
        new("trial-1%", "customer", 0, () => Decisions(BenchMarkets.Newcomers(Million, 6, innovation: 0.01))),
        new("trial-4%", "customer", 0, () => Decisions(BenchMarkets.Newcomers(Million, 6, innovation: 0.04))),
        new("quarter-6", "customer", 0, () => Decisions(BenchMarkets.Mixed(Million, 6))),
        new("birth-bare", "customer", 0, () => Births(BenchMarkets.Bare(65_536, 6))),
        new("birth-whole", "customer", 0, () => Births(BenchMarkets.Whole(65_536, 6))),
        new("panel-6", "segment-quarter", 0, () => Panels(BenchMarkets.Whole(1_250, 6))),
        new("panel-bare-6", "segment-quarter", 0, () => Panels(BenchMarkets.Bare(1_250, 6))),
        new("panel-figures-6", "segment-quarter", 0, () => Figures(BenchMarkets.Whole(1_250, 6))),
        new("panel-replay-6", "segment-quarter", 0, () => Replays(BenchMarkets.Whole(1_250, 6))),
        new("panel-20", "segment-quarter", 0, () => Panels(BenchMarkets.Whole(1_250, 20))),
        new("likings-6", "segment", 0, () => Likings(BenchMarkets.Whole(1_250, 6))),
    ];

    private static Func<long> Decisions(BenchMarket market)
    {
        var customers = market.Customers();
        return () => customers.Choose();
    }

    private static Func<long> Births(BenchMarket market) => () =>
    {
        using var customers = market.Customers();
        return customers.Count;
    };

    private static Func<long> Panels(BenchMarket market)
    {
        var panel = market.Panel();
        var quarter = 0;
        return () =>
        {
            panel.Choose(market.Conditions(quarter++));
            return 1;
        };
    }

    private static Func<long> Figures(BenchMarket market)
    {
        var panel = market.Panel();
        return () =>
        {
            panel.Figures(market.Conditions(0));
            return 1;
        };
    }

    private static Func<long> Replays(BenchMarket market)
    {
        var panel = market.Panel();
        var quarter = 0;
        return () =>
        {
            panel.Live(market.Conditions(quarter++));
            return 1;
        };
    }

    private static Func<long> Likings(BenchMarket market) => () =>
    {
        Model.Opening.Likings.Solve(market.Market.Opening, 0);
        return 1;
    };
}
