using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Firms;

public sealed class PriceRulesTests
{
    [Fact]
    public void A_list_price_stays() => Assert.Equal(12_000, Posted(new PriceRule(), 1));

    [Fact]
    public void Cost_plus_is_unit_cost_times_one_plus_the_markup() =>
        Assert.Equal(6_000, Posted(new PriceRule { Kind = PriceRuleKind.CostPlus, Markup = 0.5 }, 1));

    [Fact]
    public void A_follower_posts_a_share_of_the_other_price_of_last_quarter() =>
        Assert.Equal(15_000, Posted(new PriceRule { Kind = PriceRuleKind.Follow, FollowedProduct = 0, Share = 0.75 }, 1));

    [Fact]
    public void No_rule_acts_in_quarter_0() =>
        Assert.Equal(12_000, Posted(new PriceRule { Kind = PriceRuleKind.CostPlus, Markup = 0.5 }, 0));

    [Fact]
    public void A_price_that_an_event_holds_is_posted_until_the_hold_is_over()
    {
        var rule = new PriceRule { Kind = PriceRuleKind.CostPlus, Markup = 0.5 };
        long[] posted = [.. Enumerable.Range(1, 5).Select(t => Posted(rule, t, new PriceEvent(2, 1, null, 7_000, 2, [])))];
        Assert.Equal([6_000, 7_000, 7_000, 6_000, 6_000], posted);
    }

    [Fact]
    public void The_price_of_a_vendor_that_was_taken_over_moves_by_its_heirs_rule()
    {
        var market = ExampleMarket.With(new Merger(1, ExampleMarket.B, ExampleMarket.C));
        market = market with { Vendors = market.Vendors.SetItem(2, market.Vendors[2] with { Price = new PriceRule { Kind = PriceRuleKind.Follow, FollowedProduct = 0, Share = 0.1 } }) };
        var quarters = ExampleMarket.Run(market);
        Assert.Equal([20_000, 12_000, 10_000], quarters[0].Conditions.Products.Select(p => p.PriceCents));
        Assert.Equal([20_000, 2_000, 2_000], quarters[1].Conditions.Products.Select(p => p.PriceCents));
        Assert.Equal([0, 2, 2], quarters[1].Conditions.Products.Select(p => p.Owner));
    }

    private static long Posted(PriceRule rule, int quarter, params MarketEvent[] events)
    {
        var definition = ExampleMarket.WithVendor(ExampleMarket.B, v => v with { Price = rule }) with { Events = [.. events] };
        definition = definition with { Products = definition.Products.SetItem(1, definition.Products[1] with { UnitCostCents = 4_000 }) };
        var market = ExampleMarket.Market(definition);
        var state = ExampleMarket.Opening(definition);
        VendorOffer? offer = null;
        for (var t = 0; t <= quarter; t++)
        {
            state = OpenPhase.Apply(market, state, t);
            offer = OfferPhase.Offer(market, new OpeningRecord([], [], state), state, ExampleMarket.B, t);
            state = state with { Vendors = state.Vendors.SetItem(ExampleMarket.B, state.Vendors[ExampleMarket.B] with { Prices = offer.Prices }) };
        }
        return Assert.Single(offer!.Prices).PostedCents;
    }
}
