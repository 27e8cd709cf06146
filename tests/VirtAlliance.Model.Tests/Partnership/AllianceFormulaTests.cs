using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Partnership;

/// <summary>MODEL.md §7, formula by formula, in the example market.</summary>
public sealed class AllianceFormulaTests
{
    private const int A = ExampleMarket.A, B = ExampleMarket.B, C = ExampleMarket.C;

    private static readonly ImmutableArray<VendorState> Vendors = ExampleMarket.Opening(ExampleMarket.Definition).Vendors;

    private static readonly AllianceState Club = ExampleMarket.Club;

    private static readonly AllianceState Trio = Club with { Members = [.. Club.Members, new Member(C, ExampleMarket.Silver, 0)] };

    [Fact]
    public void Control_goes_by_stated_dues_with_the_leaders_part_on_top()
    {
        var terms = ExampleMarket.Definition.Alliances[0] with { LeaderControl = 0.2 };
        Assert.Equal(0.8 * 0.2, Control.Of(terms, Trio, A), 15);
        Assert.Equal(0.2 + 0.8 * 0.6, Control.Of(terms, Trio, B), 15);
        Assert.Equal(0, Control.Of(terms, Club, C));
    }

    [Fact]
    public void Control_is_equal_while_nobody_owes_dues()
    {
        var terms = ExampleMarket.Definition.Alliances[0] with { Tiers = [new Tier("gold", 0), new Tier("silver", 0)] };
        Assert.All([A, B, C], v => Assert.Equal(1.0 / 3, Control.Of(terms, Trio, v), 15));
    }

    [Fact]
    public void Fellow_members_channels_carry_a_product_to_those_it_does_not_reach()
    {
        // b's own reach 0.4; a carries with 0.5 × 0.5 × 0.8 = 0.2, c with 0.5 × 0.4 × 0.8 = 0.16.
        var market = ExampleMarket.With(a => a with { Carry = 0.5, Preference = new Preference(0.8, 0.1, false) });
        Assert.Equal(0.4 + 0.6 * (1 - 0.8 * 0.84), Carry.Reach(market, Vendors, Trio, B, 0, 0.4), 15);
        Assert.Equal(0.5 + 0.5 * (1 - (1 - 0.5 * 0.5 * 0.1) * (1 - 0.5 * 0.2 * 0.1)), Carry.Reach(market, Vendors, Trio, C, 0, 0.5), 15);
    }

    [Fact]
    public void Preference_may_go_by_control()
    {
        var terms = ExampleMarket.Definition.Alliances[0] with { Preference = new Preference(1, 1, true) };
        Assert.Equal(0.6, Carry.Preference(terms, Trio, B), 15);
        Assert.Equal(0.2, Carry.Preference(terms, Trio, C), 15);
    }

    [Fact]
    public void Carry_acts_on_members_products_on_the_alliances_technology_only()
    {
        var market = ExampleMarket.With(a => a with { Carry = 1 });
        market = market with { Segments = [market.Segments[0] with { Reach = [0.1, 0.4, 0.5] }] };
        var reach = Conditions(market, Club).Segments[0].Reach;
        Assert.Equal(0.1, reach[0]);
        Assert.Equal(0.4 + 0.6 * 0.5, reach[1], 15);
        Assert.Equal(0.5, reach[2]);
    }

    [Fact]
    public void Carriers_earn_commission_on_what_carrying_brought_in_proportion_to_what_they_carry()
    {
        var market = ExampleMarket.With(a => a with { Carry = 0.5, Commission = 0.1 });
        var partnered = ExampleMarket.Opening(market) with { Alliances = [Trio] };
        var conditions = Conditions(market, Trio);
        var traded = new TradedQuarter(conditions, [ExampleMarket.Totals([0, 0, 0, 0], [0, 0, 0, 0], [500, 100, 0])], []);
        var reach = conditions.Segments[0].Reach[1];
        var owed = Commission.Owed(market, partnered, traded);
        var all = 0.1 * 12_000 * 100 * 10 * (reach - 0.4) / reach;
        Assert.Equal(Math.Round(all), owed[B].Sum());
        Assert.Equal(all * 0.25 / 0.45, owed[B][A], 0.51);
        Assert.Equal(all * 0.20 / 0.45, owed[B][C], 0.51);
        Assert.Equal([0, 0], new[] { owed[A].Sum(), owed[C].Sum() });
        Assert.Equal(0, owed[B][B]);
    }

    [Theory]
    [InlineData(2, 0.2)]
    [InlineData(6, 0.1)]
    [InlineData(10, 0.05)]
    public void An_announcement_halves_over_its_half_life(int quarter, double share)
    {
        var market = ExampleMarket.With(a => a with { AnnouncementLift = 0.2 });
        Assert.Equal(share, Announcement.On(market, [Club with { FoundedIn = 2 }], ExampleMarket.Free, quarter), 14);
        Assert.Equal(0, Announcement.On(market, [Club with { FoundedIn = 2 }], ExampleMarket.Shut, quarter));
    }

    [Fact]
    public void Marketing_helps_members_products_by_the_stock_that_has_not_worn_off()
    {
        var market = ExampleMarket.With(a => a with { MarketingEffect = 0.5, MarketingUnitUsd = 1_000 });
        var club = Club with { MarketingStockUsd = 3_000 };
        Assert.Equal(0.5 * Math.Log(4), Marketing.Utility(market, [club], B, ExampleMarket.Free), 14);
        Assert.Equal(0, Marketing.Utility(market, [club], C, ExampleMarket.Free));
        Assert.Equal(0, Marketing.Utility(market, [club], A, ExampleMarket.Shut));
        Assert.Equal(2_700 + 50, Marketing.NextStockUsd(market.Alliances[0], 3_000, 5_000), 9);
    }

    [Fact]
    public void Steering_favours_who_controls_and_wears_off_by_at_least_a_twentieth()
    {
        var market = ExampleMarket.With(a => a with { Steering = 2 });
        var settled = Club with { ResearchCents = 100_000_000 };
        var next = Steering.Next(market, [settled], [A, B, C], [0.1, 0.4, 0.2]);
        Assert.Equal(0.095, next[0], 15);
        Assert.Equal(0.38 + 2 * 0.75 * Math.Log(2), next[1], 14);
        Assert.Equal(0.19, next[2], 15);
    }

    [Fact]
    public void A_pool_is_spent_by_its_shares_and_the_rest_carried_over()
    {
        var terms = ExampleMarket.Definition.Alliances[0] with { PoolResearch = 0.5, PoolMarketing = 0.25 };
        var settled = Pool.Settle(terms, Club with { PoolCents = 2_000, MarketingStockUsd = 10 }, [Pays(A, 1_000), Pays(B, 3_000)]);
        Assert.Equal((4_000, 3_000, 1_500, 1_500), (settled.IncomeCents, settled.ResearchCents, settled.MarketingCents, settled.PoolCents));
        Assert.Equal(9 + 15, settled.MarketingStockUsd, 12);
        Assert.Equal([new VendorAmount(A, 1_000), new VendorAmount(B, 3_000)], settled.DuesPaid.AsEnumerable());
    }

    [Fact]
    public void Who_pays_less_than_its_dues_is_counted_until_it_pays_in_full()
    {
        var terms = ExampleMarket.Definition.Alliances[0];
        var once = Pool.Settle(terms, Club, [Pays(A, 999), Pays(B, 3_000)]);
        var twice = Pool.Settle(terms, once, [Pays(B, 3_000)]);
        Assert.Equal([1, 0], once.Members.Select(m => m.UnpaidQuarters));
        Assert.Equal([2, 0], twice.Members.Select(m => m.UnpaidQuarters));
        Assert.Equal([0, 0], Pool.Settle(terms, once, [Pays(A, 1_000), Pays(B, 3_000)]).Members.Select(m => m.UnpaidQuarters));
    }

    [Theory]
    [InlineData(5_000, null, 1_000)]
    [InlineData(-5_000, null, 1_000)]
    [InlineData(600, 0L, 600)]
    [InlineData(-100, 500L, 400)]
    [InlineData(-600, 500L, 0)]
    public void Dues_are_paid_as_far_as_cash_and_credit_allow(long means, long? credit, long paid)
    {
        var market = ExampleMarket.WithVendor(A, v => v with { CreditLineCents = credit });
        var state = ExampleMarket.Opening(market) with { Alliances = [Club] };
        Assert.Equal([new PartnershipMessage(3, MessageKind.Contribution, A, "club", 0, ExampleMarket.Silver, paid)], Dues.Pay(market, state, A, means).AsEnumerable());
        Assert.Empty(Dues.Pay(market, state, C, means));
    }

    [Fact]
    public void The_pool_of_a_dissolved_alliance_goes_back_by_dues_ever_paid_to_those_that_still_trade()
    {
        var club = Club with { PoolCents = 1_001, Members = [], DuesPaid = [new VendorAmount(A, 100), new VendorAmount(B, 200), new VendorAmount(C, 100)] };
        var terms = ExampleMarket.Definition.Alliances[0];
        Assert.Equal([new VendorAmount(A, 250), new VendorAmount(B, 501), new VendorAmount(C, 250)], Dissolution.OrSuccession(terms, club, Vendors).Refunds.AsEnumerable());
        var withoutB = Vendors.SetItem(B, Vendors[B] with { Status = VendorStatus.Exited });
        Assert.Equal([new VendorAmount(A, 501), new VendorAmount(C, 500)], Dissolution.OrSuccession(terms, club, withoutB).Refunds.AsEnumerable());
    }

    [Fact]
    public void The_member_with_the_highest_dues_succeeds_and_of_equals_the_first_by_id()
    {
        var terms = ExampleMarket.Definition.Alliances[0];
        Assert.Equal(C, Dissolution.Successor(terms, [new Member(A, ExampleMarket.Silver, 0), new Member(C, ExampleMarket.Gold, 0)]));
        Assert.Equal(A, Dissolution.Successor(terms, [new Member(A, ExampleMarket.Silver, 0), new Member(C, ExampleMarket.Silver, 0)]));
    }

    private static PartnershipMessage Pays(int vendor, long cents) => new(3, MessageKind.Contribution, vendor, "club", 0, 0, cents);

    private static MarketConditions Conditions(MarketDefinition definition, AllianceState club) =>
        OfferPhase.Conditions(ExampleMarket.Market(definition), ExampleMarket.Opening(definition) with { Alliances = [club] }, [], 0);
}
