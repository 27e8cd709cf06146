using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>
/// A market small enough to reckon by hand: vendors a, b, c; technologies free (b's and c's product) and shut (a's); one segment whose seats stand for ten;
/// an alliance <c>club</c> on free, led by b, with a as a member.
/// </summary>
internal static class ExampleMarket
{
    public const int A = 0, B = 1, C = 2;

    public const int Free = 0, Shut = 1;

    public const int Gold = 0, Silver = 1;

    public static MarketDefinition Definition { get; } = new()
    {
        Scenario = "example",
        Starts = new Quarter(2011, 2),
        Quarters = 8,
        Discount = 1,
        Portability = 0,
        Technologies = [new Technology { Id = "free", Openness = 1 }, new Technology { Id = "shut" }],
        Vendors = [Vendor("a", 0.5), Vendor("b", 0.2), Vendor("c", 0.4)],
        Products = [Product("alpha", A, Shut, 20_000), Product("beta", B, Free, 12_000), Product("gamma", C, Free, 10_000)],
        Franchises = [],
        Segments =
        [
            new Segment
            {
                Id = "firms", Customers = 200, StandsFor = 10, SeatsMedian = 4, SeatsSpread = 0.5, Innovation = 0.2, FranchiseShares = [],
                Reach = [1, 0.4, 0.5], Shares = [0.3, 0.2, 0.1, 0.4], Liking = [null, null, null],
            },
        ],
        Alliances =
        [
            new Alliance
            {
                Id = "club", Technology = Free, Leader = B, Tiers = [new Tier("gold", 3_000), new Tier("silver", 1_000)],
                Members = [new FoundingMember(A, Silver), new FoundingMember(B, Gold)],
            },
        ],
        Events = [],
    };

    public static Vendor Vendor(string id, double channel) =>
        new() { Id = id, Channels = [channel], TechnologyComplementCents = [0, 0], ProductComplementCents = [0, 0, 0] };

    /// <summary>The example with one alliance changed.</summary>
    public static MarketDefinition With(Func<Alliance, Alliance> change) => Definition with { Alliances = [change(Definition.Alliances[0])] };

    /// <summary>The example with one vendor changed.</summary>
    public static MarketDefinition WithVendor(int vendor, Func<Vendor, Vendor> change) =>
        Definition with { Vendors = Definition.Vendors.SetItem(vendor, change(Definition.Vendors[vendor])) };

    /// <summary>The example with these events.</summary>
    public static MarketDefinition With(params MarketEvent[] events) => Definition with { Events = [.. events] };

    public static Market Market(MarketDefinition definition) => new(new RunDefinition(definition, definition, 1, 0));

    /// <summary>Before quarter 0, with these customers' totals.</summary>
    public static MarketState Opening(MarketDefinition definition, params CustomerTotals[] segments) => MarketOpening.Record(
        Market(definition with { Vendors = [.. definition.Vendors.Select(v => v with { Price = new PriceRule() })] }),
        [.. definition.Segments.Select(_ => ImmutableArray.Create(0.0, 0, 0))],
        [.. definition.Segments.Select(_ => new PanelFigures([0, 0, 0], [0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0], 0))],
        [.. segments.DefaultIfEmpty(Totals([30, 20, 10, 140], [300, 200, 100, 1_400], [0, 0, 0]))]).Initial;

    /// <summary>Customers and seats per product and none, and seat-quarters ordered (each order for one quarter).</summary>
    public static CustomerTotals Totals(long[] customers, long[] seats, long[] ordered, params long[] franchiseSeats) =>
        new([.. customers], [.. seats], [.. ordered], [.. ordered], [.. franchiseSeats]);

    /// <summary>The club in being: b leads in gold, a is in silver.</summary>
    public static AllianceState Club { get; } = new()
    {
        Id = "club", Terms = 0, Status = AllianceStatus.Active, Leader = B, FoundedIn = 0, Members = [new Member(A, Silver, 0), new Member(B, Gold, 0)],
    };

    /// <summary>All quarters of a run.</summary>
    public static QuarterRecord[] Run(MarketDefinition definition) => Recorded.Whole(new RunDefinition(definition, definition, 1, 0)).Quarters;

    private static Product Product(string id, int vendor, int technology, long cents) => new() { Id = id, Vendor = vendor, Technology = technology, PriceCents = cents };
}
