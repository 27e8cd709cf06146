using VirtAlliance.Model.Definition;

namespace VirtAlliance.Grains.Tests.Cluster;

/// <summary>Markets with few customers and so many segments that they take several territories.</summary>
internal static class WideMarket
{
    public static RunDefinition Run(int segments, int quarters, int customers = 6)
    {
        var market = new MarketDefinition
        {
            Scenario = "wide", Starts = new Quarter(2010, 1), Quarters = quarters, Discount = 0.98, Portability = 0,
            Technologies = [new Technology { Id = "tech", KnowledgeUsd = 1e6, Spillover = [] }],
            Vendors = [Vendor("a", segments), Vendor("b", segments)],
            Products = [Product("pa", 0, 9_000), Product("pb", 1, 11_000)],
            Franchises = [], Alliances = [], Events = [],
            Segments = [.. Enumerable.Range(0, segments).Select(s => Segment($"s{s:0000}", customers))],
        };
        return new RunDefinition(market, market, 7, 0);
    }

    private static Vendor Vendor(string id, int segments) => new()
    {
        Id = id,
        Price = new PriceRule { Kind = PriceRuleKind.Bertrand, Conduct = 1 },
        Channels = [.. Enumerable.Repeat(1.0, segments)],
        TechnologyComplementCents = [0],
        ProductComplementCents = [0, 0],
    };

    private static Product Product(string id, int vendor, long cents) => new() { Id = id, Vendor = vendor, Technology = 0, PriceCents = cents, UnitCostCents = 1_000 };

    private static Segment Segment(string id, int customers) => new()
    {
        Id = id, Customers = customers, Innovation = 0.1, SeatsMedian = 5, SeatsSpread = 0.5, PriceTaste = new Taste(-0.5, 0.3),
        FranchiseShares = [], Reach = [1, 1], Shares = [0.3, 0.3, 0.4], Liking = [0.5, 0.4],
    };
}
