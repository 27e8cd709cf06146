using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Scenarios.Tests.Claims;

/// <summary>A quarter written down by hand: two vendors, big and small, with a product each; one segment, whose seats stand for ten.</summary>
internal sealed record HandMadeQuarter(
    long BigSeats = 60, long SmallSeats = 20, long Without = 20, long BigPriceCents = 20_000, long SmallPriceCents = 10_000,
    long BigProfitCents = 0, long SmallProfitCents = 0, long BigOrders = 0, long SmallOrders = 0, long SurplusCents = 0, int Members = 0, bool SmallIsBigs = false, long SmallComplementsCents = 0);

/// <summary>Histories of such quarters.</summary>
internal static class HandMade
{
    public static RunHistory Run(params HandMadeQuarter[] quarters)
    {
        var market = Definition(quarters.Length);
        return new RunHistory(new Market(new RunDefinition(market, market, 1, 0)), null!, [.. quarters.Select((q, t) => Record(q, t))]);
    }

    public static ReplicateHistories Arms(RunHistory with, RunHistory without) =>
        new(new Dictionary<string, RunHistory> { ["with"] = with, ["without"] = without });

    private static MarketDefinition Definition(int quarters) => new()
    {
        Scenario = "hand-made", Starts = new Quarter(2011, 2), Quarters = quarters, Discount = 0.5, Portability = 0,
        Technologies = [new Technology { Id = "free" }, new Technology { Id = "shut" }],
        Vendors = [Vendor("big"), Vendor("small")],
        Products = [Product("alpha", 0, 1, 20_000), Product("beta", 1, 0, 10_000)],
        Franchises = [],
        Segments = [new Segment { Id = "firms", Customers = 100, StandsFor = 10, FranchiseShares = [], Reach = [1, 1], Shares = [0.6, 0.2, 0.2], Liking = [null, null] }],
        Alliances = [new Alliance { Id = "club", Technology = 0, Leader = 1, Members = [new FoundingMember(1, 0)], Tiers = [new Tier("member", 0)], Aim = new AllianceAim(0, 0.5, 2) }],
        Events = [],
    };

    private static Vendor Vendor(string id) => new() { Id = id, Channels = [0], TechnologyComplementCents = [0, 0], ProductComplementCents = [0, 0] };

    private static Product Product(string id, int vendor, int technology, long cents) => new() { Id = id, Vendor = vendor, Technology = technology, PriceCents = cents };

    private static QuarterRecord Record(HandMadeQuarter q, int quarter)
    {
        var owner = q.SmallIsBigs ? 0 : 1;
        ImmutableArray<long> prices = [q.BigPriceCents, q.SmallPriceCents];
        var conditions = new MarketConditions(
            quarter, [new ProductConditions(0, true, q.BigPriceCents, 0, 0), new ProductConditions(owner, true, q.SmallPriceCents, 0, 0)], [default, default], [],
            [new SegmentConditions(100, 0, 100, prices, [1, 1])]);
        var totals = new CustomerTotals([q.BigSeats, q.SmallSeats, q.Without], [q.BigSeats, q.SmallSeats, q.Without], [q.BigOrders, q.SmallOrders], [q.BigOrders * 4, q.SmallOrders * 4], []);
        var closed = new MarketState(
            quarter,
            [new VendorState(VendorStatus.Active, -1, 0, [], [], []), new VendorState(q.SmallIsBigs ? VendorStatus.Merged : VendorStatus.Active, q.SmallIsBigs ? 0 : -1, 0, [], [], [])],
            [new AllianceState { Id = "club", Terms = 0, Members = [.. Enumerable.Range(0, q.Members).Select(i => new Member(1 - i, 0, 0)).OrderBy(m => m.Vendor)] }],
            [default, default], [0, 0], prices, [totals], [new PanelFigures([0, 0], [0, 0], [0, 0, 0, 0], q.SurplusCents)]);
        return new QuarterRecord(conditions, [Books(q.BigOrders * 40 * q.BigPriceCents, q.BigProfitCents), Books(q.SmallOrders * 40 * q.SmallPriceCents, q.SmallProfitCents) with { ComplementsCents = q.SmallComplementsCents }], [], closed);
    }

    private static Books Books(long bookings, long profit) => new() { BookingsCents = bookings, CostCents = bookings - profit };
}
