using VirtAlliance.Client.Benching;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Benchmarks.Markets;

/// <summary>Markets to time: the bare model of <c>virtalliance bench</c>, and it with everything in it.</summary>
internal static class BenchMarkets
{
    /// <summary>Everybody chooses in every quarter, one seat, full reach, no franchises.</summary>
    public static BenchMarket Bare(long customers, int alternatives, int segments = 1) => new(Definition(customers, alternatives, segments, 1));

    /// <summary>Everybody chooses in every quarter; seats differ, every other product has half reach, two franchises help and can be won.</summary>
    public static BenchMarket Whole(long customers, int alternatives, double portability = 0) => new(Everything(customers, alternatives, portability));

    /// <summary>Nobody has a product, and few try.</summary>
    public static BenchMarket Newcomers(long customers, int alternatives, double innovation)
    {
        var market = Everything(customers, alternatives, 0);
        return new(market with
        {
            Segments = [.. market.Segments.Select(s => s with
            {
                Innovation = innovation, Imitation = 0, Shares = [.. s.Shares.Select((_, j) => j == s.Shares.Length - 1 ? 1.0 : 0)], Liking = [.. s.Liking.Select(_ => (double?)-20)],
            })],
        });
    }

    /// <summary>Contracts of a year; half have no product, and one in twenty of those tries.</summary>
    public static BenchMarket Mixed(long customers, int alternatives)
    {
        var market = Everything(customers, alternatives, 0);
        return new(market with
        {
            Segments = [.. market.Segments.Select(s => s with
            {
                ContractQuarters = 4, Innovation = 0.05, Imitation = 0, Shares = [.. s.Shares.Select((_, j) => j == s.Shares.Length - 1 ? 0.5 : 0.5 / (alternatives - 1))],
            })],
        });
    }

    private static MarketDefinition Everything(long customers, int alternatives, double portability)
    {
        var bare = Definition(customers, alternatives, 1, 1);
        return bare with
        {
            Portability = portability,
            Technologies = [.. bare.Technologies.Select(t => t with { Openness = t.Openness == 0 ? 0 : 0.5 })],
            Franchises =
            [
                new Franchise { Vendor = 0, CrossSell = 0.8, WinProbability = 0.1, Family = "one" },
                new Franchise { Vendor = 1, CrossSell = 0.5, WinProbability = 0.05, Family = "one" },
            ],
            Segments = [.. bare.Segments.Select(s => s with
            {
                SeatsMedian = 20, SeatsSpread = 1, FranchiseShares = [0.2, 0.1], Reach = [.. s.Reach.Select((_, j) => j % 2 == 0 ? 1.0 : 0.5)],
            })],
        };
    }

    private static MarketDefinition Definition(long customers, int alternatives, int segments, int quarters)
    {
        var text = new BareScenario(customers, alternatives, segments, quarters).Text();
        return StudyPlan.Expand(new StudyRequest { Name = "bench", Text = text }).Runs[0].Definition.InForce;
    }
}
