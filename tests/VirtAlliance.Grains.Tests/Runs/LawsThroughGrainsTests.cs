using CsCheck;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Grains.Tests.Runs;

/// <summary>The laws of MODEL.md §9, over random markets with everything in them, run on two nodes. Law 7 is <see cref="ClusterEqualsModelTests"/>.</summary>
public sealed class LawsThroughGrainsTests(SharedCluster cluster) : IClassFixture<SharedCluster>
{
    private const int Samples = 12;
    private const int MarketsAtOnce = 4;

    private static readonly Gen<int[]> Seeds = Gen.Int[0, 1_000_000].Array[MarketsAtOnce];

    [Fact]
    public Task Seats_of_all_products_and_none_add_up_to_the_segments() =>
        Each(history => Conserved.Seats(history.Market.Definition, history.Opening.Initial, history.Quarters));

    [Fact]
    public Task Bookings_are_price_times_the_seat_quarters_that_segments_ordered() => Each(history =>
    {
        foreach (var quarter in history.Quarters)
            for (var v = 0; v < quarter.Books.Length; v++)
                Assert.Equal(Ordered(history.Market.Definition, quarter, v), quarter.Books[v].BookingsCents);
    });

    [Fact]
    public Task Cash_moves_by_profit_and_pools_by_dues() => Each(history => Conserved.Money(history.Opening.Initial, history.Quarters));

    [Fact]
    public async Task The_order_of_vendors_segments_and_alliances_in_the_file_changes_nothing()
    {
        const string Head = "{ scenario: order, starts: 2020-Q1, quarters: 8, technologies: { shut: {}, free: { openness: 1 } }, products: "
            + "{ alpha: { vendor: giant, technology: shut, price-usd: 200, unit-cost-usd: 40 }, beta: { vendor: upstart, technology: free, price-usd: 120 } }, ";
        const string Giant = "giant: { price: { rule: bertrand } }", Upstart = "upstart: { partnership: { rule: best-reply, every-quarters: 2, threshold: 0 } }", Reseller = "reseller: { channels: 0.5, complements-usd: { free: 8, shut: 5 }, partnership: { rule: best-reply, every-quarters: 3, threshold: 0 } }";
        const string Firms = "firms: { customers: 3_000, reach: { beta: 0.4 }, shares: { alpha: 0.35, beta: 0.05, none: 0.6 } }";
        const string Homes = "homes: { customers: 2_000, contract-quarters: 2, shares: { alpha: 0.2, beta: 0.2, none: 0.6 } }";
        const string Club = "club: { technology: free, leader: upstart, members: [reseller], carry: 0.5, tiers: { full: { dues-usd: 100 } } }";
        const string Guild = "guild: { technology: shut, leader: giant, members: [reseller], carry: 0.2, admission: invitation, announcement: { lift: 0.1 } }";
        string[] texts =
        [
            $"{Head} vendors: {{ {Giant}, {Upstart}, {Reseller} }}, segments: {{ {Firms}, {Homes} }}, alliances: {{ {Club}, {Guild} }} }}",
            $"{Head} vendors: {{ {Reseller}, {Giant}, {Upstart} }}, segments: {{ {Homes}, {Firms} }}, alliances: {{ {Guild}, {Club} }} }}",
        ];
        var runs = await cluster.Run([.. texts.Select(t => StudyPlan.Expand(new StudyRequest { Name = "order.yaml", Text = t }).Runs[0].Definition)]);
        Assert.Equal(runs[0].Quarters.Select(RecordCodec.Write), runs[1].Quarters.Select(RecordCodec.Write));
    }

    [Fact]
    public Task Rescaling_prices_and_price_tastes_together_changes_no_choice() => Seeds.SampleAsync(
        async seeds =>
        {
            var markets = seeds.Select(RandomMarket.Of).Select(OnlyListPrices).ToArray();
            var runs = await Run([.. markets, .. markets.Select(Doubled)], seeds);
            for (var i = 0; i < markets.Length; i++)
                Assert.All(
                    runs[i].Quarters[0].Closed.Panels.Zip(runs[markets.Length + i].Quarters[0].Closed.Panels),
                    pair => Assert.All(pair.First.DemandMilli.Zip(pair.Second.DemandMilli), d => Assert.Equal(d.First, d.Second, 1e-5 * pair.First.DemandMilli.Sum() + 1)));
        },
        iter: Samples, threads: 1);

    [Fact]
    public Task An_alliance_without_dues_carry_lift_and_steering_is_as_none() => Seeds.SampleAsync(
        async seeds =>
        {
            var markets = seeds.Select(RandomMarket.Of).ToArray();
            var runs = await Run([.. markets.Select(WithIdleAlliances), .. markets.Select(WithoutAlliances)], seeds);
            for (var i = 0; i < markets.Length; i++)
                Assert.Equal(runs[markets.Length + i].Quarters.SelectMany(MarketTables), runs[i].Quarters.SelectMany(MarketTables));
        },
        iter: Samples, threads: 1);

    private Task Each(Action<RunHistory> law) => Seeds.SampleAsync(
        async seeds =>
        {
            foreach (var history in await Run([.. seeds.Select(RandomMarket.Of)], seeds)) law(history);
        },
        iter: Samples, threads: 1);

    private Task<RunHistory[]> Run(MarketDefinition[] markets, int[] seeds) =>
        cluster.Run([.. markets.Select((m, i) => new RunDefinition(m, m, (uint)seeds[i % seeds.Length], 0))]);

    private static long Ordered(MarketDefinition market, QuarterRecord quarter, int vendor)
    {
        long cents = 0;
        for (var s = 0; s < market.Segments.Length; s++)
            for (var j = 0; j < market.Products.Length; j++)
                if (quarter.Conditions.Products[j].Owner == vendor)
                    cents += quarter.Conditions.Segments[s].PriceCents[j] * quarter.Closed.Segments[s].OrderedSeatQuarters[j] * market.Segments[s].StandsFor;
        return cents;
    }

    private static MarketDefinition OnlyListPrices(MarketDefinition market) =>
        market with { Vendors = [.. market.Vendors.Select(v => v with { Price = new PriceRule() })], Events = [] };

    private static MarketDefinition Doubled(MarketDefinition market) => market with
    {
        Products = [.. market.Products.Select(p => p with { PriceCents = 2 * p.PriceCents })],
        Segments = [.. market.Segments.Select(s => s with { PriceTaste = s.PriceTaste with { Mean = s.PriceTaste.Mean - 0.6931471805599453 } })],
    };

    private static MarketDefinition WithIdleAlliances(MarketDefinition market) => market with
    {
        Alliances = [.. market.Alliances.Select(a => a with
        {
            Tiers = [.. a.Tiers.Select(t => t with { DuesCents = 0 })], Carry = 0, AnnouncementLift = 0, Steering = 0,
        })],
    };

    private static MarketDefinition WithoutAlliances(MarketDefinition market) =>
        market with { Alliances = [], Events = [.. market.Events.Where(e => e is not (AllianceFounded or VendorJoins or VendorLeaves))] };

    private static IEnumerable<string> MarketTables(QuarterRecord quarter) =>
        [Convert.ToHexString(RecordCodec.Write(quarter.Conditions)), .. quarter.Books.Select(b => b.ToString()),
            .. quarter.Closed.Segments.SelectMany(s => s.Seats.Concat(s.OrderedSeatQuarters)).Select(n => n.ToString())];
}
