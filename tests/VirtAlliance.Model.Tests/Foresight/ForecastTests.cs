using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Foresight;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Foresight;

/// <summary>What vendors foresee, against what comes.</summary>
public sealed class ForecastTests
{
    private const int Decision = 3, Horizon = 6;

    [Fact]
    public void Where_the_survey_sees_everybody_and_contracts_last_a_quarter_its_orders_are_the_panels_expected_demand()
    {
        var market = PartnershipStories.Of("the leader leaves").InForce;
        market = market with { Segments = [.. market.Segments.Select(s => s with { Customers = 200, Growth = 0, ContractQuarters = 1 })] };
        var run = Surveyed(market);
        var (opening, quarters) = Recorded.Whole(run);
        for (var s = 0; s < market.Segments.Length; s++)
        {
            var segment = SegmentOf(run, opening, quarters[Decision - 1].Closed, s);
            var foreseen = segment.Choose(quarters[Decision].Conditions, segment.Start());
            var expected = quarters[Decision].Closed.Panels[s].DemandMilli;
            Assert.All(foreseen.OrderedSeatQuarters.Zip(expected), pair => Assert.Equal(pair.Second / 1000.0, pair.First, 0.51));
        }
    }

    [Fact]
    public void Customers_are_neither_created_nor_lost_in_a_forecast() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var run = Surveyed(RandomMarket.Of(seed));
            var (opening, quarters) = Recorded.Whole(run);
            for (var s = 0; s < run.InForce.Segments.Length; s++)
            {
                var segment = SegmentOf(run, opening, quarters[0].Closed, s);
                var customers = segment.Start();
                foreach (var quarter in quarters[1..])
                    Assert.Equal(run.InForce.Segments[s].CustomersAt(quarter.Closed.Quarter), segment.Choose(quarter.Conditions, customers).Customers.Sum(), run.InForce.Products.Length + 1.0);
            }
        },
        iter: 40);

    /// <summary>Sixty segments, so that 256 members of each say enough of all; list prices, as forecasts keep prices.</summary>
    [Fact]
    public void Profits_come_as_foreseen_and_so_does_what_a_move_gains()
    {
        var member = PartnershipStories.Member;
        var plain = Wide(PartnershipStories.Of("the leader leaves").InForce with { Events = [] });
        var leaves = plain with { Events = [new VendorLeaves(Decision, 0, member)] };
        var run = Surveyed(plain);
        var (opening, quarters) = Recorded.Whole(run);
        var market = new Market(run);
        var forecast = new Forecast(market, opening, OpenPhase.Apply(market, quarters[Decision - 1].Closed, Decision), Decision);
        var staying = forecast.ProfitCents(member, Horizon, []);
        var leaving = forecast.ProfitCents(member, Horizon, [new PartnershipMessage(1, MessageKind.Withdrawal, member, "club", 0)]);
        var (stayed, left) = (Came(quarters, member), Came(Recorded.Whole(Surveyed(leaves)).Quarters, member));
        Assert.Equal(1, staying / stayed, 0.03);
        Assert.Equal(1, leaving / left, 0.03);
        Assert.True(left < stayed);
        Assert.Equal(1, (leaving - staying) / (left - stayed), 0.15);
    }

    [Fact]
    public void A_forecast_knows_nothing_of_events_to_come()
    {
        var market = PartnershipStories.Of("the leader leaves").InForce;
        Assert.NotEmpty(market.Events);
        Assert.Equal(Foreseen(market with { Events = [] }), Foreseen(market));
    }

    [Fact]
    public void The_same_question_has_the_same_answer_to_the_bit()
    {
        var market = PartnershipStories.Of("the leader leaves").InForce;
        Assert.Equal(BitConverter.DoubleToInt64Bits(Foreseen(market)), BitConverter.DoubleToInt64Bits(Foreseen(market)));
    }

    private static double Foreseen(MarketDefinition definition)
    {
        var run = Surveyed(definition);
        var (opening, quarters) = Recorded.Whole(run);
        var market = new Market(run);
        return new Forecast(market, opening, OpenPhase.Apply(market, quarters[Decision - 1].Closed, Decision), Decision).ProfitCents(PartnershipStories.Member, Horizon, []);
    }

    private static double Came(QuarterRecord[] quarters, int vendor)
    {
        double profit = 0, weight = 1;
        for (var t = Decision; t < Decision + Horizon; t++) profit += (weight *= 0.98) * quarters[t].Books[vendor].ProfitCents;
        return profit;
    }

    /// <summary>A run in which surveys are taken every quarter: a vendor decides, that has too much to gain before it moves.</summary>
    private static RunDefinition Surveyed(MarketDefinition market)
    {
        var still = new PartnershipRule { BestReply = true, EveryQuarters = 1, HorizonQuarters = 1, Threshold = 1e6 };
        market = market with { Vendors = [.. market.Vendors.Select(v => v with { Partnership = still, Price = new PriceRule() })] };
        if (market.Alliances.IsEmpty) market = market with { Alliances = [new Alliance { Id = "idle", Technology = 0, Leader = 0, Members = [new FoundingMember(0, 0)], Tiers = [new Tier("member", 0)], Founded = int.MaxValue }] };
        return new RunDefinition(market, market, 5, 0);
    }

    private static MarketDefinition Wide(MarketDefinition market) => market with
    {
        Segments = [.. Enumerable.Range(0, 60).Select(i => market.Segments[0] with { Id = $"firms-{i:00}", Customers = 2_000 })],
        Vendors = [.. market.Vendors.Select(v => v with { Channels = [.. Enumerable.Repeat(v.Channels[0], 60)] })],
    };

    private static SurveyedSegment SegmentOf(RunDefinition run, OpeningRecord opening, MarketState closed, int s)
    {
        var market = new Market(run);
        var likings = MarketOpening.InForce(market, s, MarketOpening.LikingsIn(market, opening.Likings, s));
        return new SurveyedSegment(market, ForeseenMarket.Of(market, closed.Quarter + 1), s, likings, closed.Surveys[s], closed.Segments[s]);
    }
}
