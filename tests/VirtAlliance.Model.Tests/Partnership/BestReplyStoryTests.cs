using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Partnership;

/// <summary>Vendors of the example market that choose their alliances themselves. Vendor c is number 2, and has its turn in quarters 2 and 6.</summary>
public sealed class BestReplyStoryTests
{
    private const int A = ExampleMarket.A, B = ExampleMarket.B, C = ExampleMarket.C;

    private const int Gold = ExampleMarket.Gold, Silver = ExampleMarket.Silver;

    [Fact]
    public void A_vendor_joins_whose_products_the_members_would_carry_in_the_cheapest_tier()
    {
        var quarters = Run(a => a with { Carry = 0.8 });
        Assert.Empty(Of(C, quarters[1]));
        Assert.Equal([(MessageKind.Application, Silver), (MessageKind.Admission, Silver), (MessageKind.Contribution, Silver)], Of(C, quarters[2]).Select(m => (m.Kind, m.Tier)));
        Assert.Contains(new Member(C, Silver, 0), quarters[2].Closed.Alliances[0].Members);
    }

    [Fact]
    public void It_stays_out_where_joining_costs_more_than_it_brings()
    {
        var quarters = Run(a => a with { Carry = 0.8, Tiers = [new Tier("gold", 100_000_000), new Tier("silver", 100_000_000)] });
        Assert.Empty(quarters.SelectMany(q => Of(C, q)));
    }

    [Fact]
    public void It_moves_only_if_the_gain_exceeds_its_threshold() =>
        Assert.Empty(Run(a => a with { Carry = 0.8 }, p => p with { Threshold = 100 }).SelectMany(q => Of(C, q)));

    [Fact]
    public void A_member_leaves_that_pays_for_nothing()
    {
        var quarters = Run(a => a with { Members = [new FoundingMember(B, Gold), new FoundingMember(C, Gold)], Tiers = [new Tier("gold", 30_000_000), new Tier("silver", 30_000_000)] });
        Assert.Contains(quarters[1].Closed.Alliances[0].Members, m => m.Vendor == C);
        Assert.Equal([MessageKind.Withdrawal], Of(C, quarters[2]).Select(m => m.Kind));
        Assert.Equal([B], quarters[2].Closed.Alliances[0].Members.Select(m => m.Vendor));
    }

    [Fact]
    public void A_member_that_can_ride_free_takes_the_cheaper_tier()
    {
        var quarters = Run(a => a with { Carry = 0.8, Members = [new FoundingMember(A, Gold), new FoundingMember(B, Gold), new FoundingMember(C, Gold)], Tiers = [new Tier("gold", 30_000_000), new Tier("silver", 0)] });
        Assert.Equal([(MessageKind.Application, Silver), (MessageKind.Admission, Silver)], Of(C, quarters[2]).Select(m => (m.Kind, m.Tier)));
        Assert.Contains(new Member(C, Silver, 0), quarters[2].Closed.Alliances[0].Members);
    }

    [Fact]
    public void A_member_that_steers_nothing_founds_a_rival_and_steers_all_of_it()
    {
        var quarters = Run(a => a with
        {
            Members = [new FoundingMember(B, Gold), new FoundingMember(C, Gold)], Tiers = [new Tier("gold", 500_000), new Tier("silver", 500_000)],
            LeaderControl = 1, Steering = 20, PoolResearch = 1,
        });
        const string Rival = "club.c.2012-Q1";
        Assert.Equal([(MessageKind.Founding, Rival), (MessageKind.Contribution, "club")], Of(C, quarters[2]).Select(m => (m.Kind, m.Alliance)));
        Assert.Equal(
            [(MessageKind.Withdrawal, "club"), (MessageKind.Founding, Rival), (MessageKind.Admission, Rival), (MessageKind.Contribution, Rival)],
            Of(C, quarters[3]).Select(m => (m.Kind, m.Alliance)));
    }

    private static IEnumerable<PartnershipMessage> Of(int vendor, QuarterRecord quarter) => quarter.Messages.Where(m => m.Vendor == vendor);

    private static QuarterRecord[] Run(Func<Alliance, Alliance> club, Func<PartnershipRule, PartnershipRule>? rule = null)
    {
        var market = ExampleMarket.With(club);
        var partnership = new PartnershipRule { BestReply = true };
        return ExampleMarket.Run(market with { Vendors = market.Vendors.SetItem(C, market.Vendors[C] with { Partnership = rule?.Invoke(partnership) ?? partnership }) });
    }
}
