using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Tests.Opening;

/// <summary>A market of one segment in which each product has its own vendor and technology, unless a test says otherwise.</summary>
internal static class PlainMarket
{
    /// <param name="pricesUsd">Per product.</param>
    /// <param name="shares">Per product, then none.</param>
    public static MarketDefinition Of(double[] pricesUsd, double[] shares) => new()
    {
        Scenario = "plain",
        Starts = new Quarter(2010, 1),
        Quarters = 8,
        Discount = 1,
        Portability = 0,
        Technologies = [.. pricesUsd.Select((_, j) => new Technology { Id = $"t{j}" })],
        Vendors = [.. pricesUsd.Select((_, v) => Vendor(v, pricesUsd.Length))],
        Products = [.. pricesUsd.Select((p, j) => new Product { Id = $"p{j}", Vendor = j, Technology = j, PriceCents = (long)Math.Round(p * 100), UnitCostCents = 1_000 })],
        Franchises = [],
        Segments = [Segment(shares)],
        Alliances = [],
        Events = [],
    };

    public static MarketDefinition With(this MarketDefinition market, Func<Segment, Segment> change) => market with { Segments = [.. market.Segments.Select(change)] };

    public static MarketDefinition With(this MarketDefinition market, Func<Vendor, Vendor> change) => market with { Vendors = [.. market.Vendors.Select(change)] };

    public static MarketDefinition OwnedBy(this MarketDefinition market, params int[] vendors) =>
        market with { Products = [.. market.Products.Select((p, j) => p with { Vendor = vendors[j] })] };

    public static Market Run(this MarketDefinition market, uint seed = 1) => new(new RunDefinition(market, market, seed, 0));

    private static Vendor Vendor(int v, int products) => new()
    {
        Id = $"v{v}",
        Price = new PriceRule { Kind = PriceRuleKind.Bertrand, Adjust = 0.5, MaxStep = 1 },
        Channels = [0],
        TechnologyComplementCents = [.. new double[products]],
        ProductComplementCents = [.. new double[products]],
    };

    private static Segment Segment(double[] shares) => new()
    {
        Id = "firms",
        Customers = 20_000,
        PriceTaste = new Taste(0, 0.4),
        QualityTaste = new Taste(1, 0.5),
        OpennessTaste = new Taste(0.2, 0.3),
        SwitchingCost = new Taste(1, 0.5),
        SeatsMedian = 10,
        SeatsSpread = 1,
        FranchiseShares = [],
        Reach = [.. shares.SkipLast(1).Select(_ => 1.0)],
        Shares = [.. shares],
        Liking = [.. shares.SkipLast(1).Select(_ => (double?)null)],
    };
}
