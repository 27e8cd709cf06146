using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Partnership;

/// <summary>What happens to the example's club over whole runs; the laws of money and seats are asserted in each quarter.</summary>
public sealed class PartnershipStoryTests
{
    private const int A = ExampleMarket.A, B = ExampleMarket.B, C = ExampleMarket.C;

    [Fact]
    public void A_founding_admits_leader_and_members_and_collects_dues_at_once()
    {
        var quarters = ExampleMarket.Run(ExampleMarket.With(a => a with { Founded = 2 }));
        Assert.Equal(AllianceStatus.Planned, quarters[1].Closed.Alliances[0].Status);
        Assert.Empty(quarters[1].Messages);
        Assert.Equal(
            [
                new PartnershipMessage(1, MessageKind.Application, A, "club", 0, ExampleMarket.Silver),
                new PartnershipMessage(1, MessageKind.Founding, B, "club", 0, ExampleMarket.Gold),
                new PartnershipMessage(2, MessageKind.Admission, A, "club", 1, ExampleMarket.Silver),
                new PartnershipMessage(2, MessageKind.Admission, B, "club", 0, ExampleMarket.Gold),
                new PartnershipMessage(3, MessageKind.Contribution, A, "club", 0, ExampleMarket.Silver, 1_000),
                new PartnershipMessage(3, MessageKind.Contribution, B, "club", 0, ExampleMarket.Gold, 3_000),
            ],
            quarters[2].Messages.AsEnumerable());
        Assert.Equal((B, 2, 4_000), (Club(quarters[2]).Leader, Club(quarters[2]).FoundedIn, Club(quarters[2]).PoolCents));
    }

    [Fact]
    public void All_members_leaving_in_one_quarter_dissolve_the_alliance_and_get_their_pool_back()
    {
        var quarters = ExampleMarket.Run(ExampleMarket.With(new VendorLeaves(3, 0, A), new VendorLeaves(3, 0, B)));
        Assert.Equal((AllianceStatus.Dissolved, -1, 0), (Club(quarters[3]).Status, Club(quarters[3]).Leader, Club(quarters[3]).PoolCents));
        Assert.Equal([3_000, 9_000, 0], quarters[3].Books.Select(b => b.PoolCents));
        Assert.All(quarters[4..], q => Assert.Equal(0, q.Books.Sum(b => b.PoolCents + b.DuesCents)));
    }

    [Fact]
    public void A_leader_that_exits_is_succeeded_and_its_books_end()
    {
        var quarters = ExampleMarket.Run(ExampleMarket.With(new VendorExits(3, B)));
        Assert.Equal(A, Club(quarters[3]).Leader);
        Assert.Equal([A], Club(quarters[3]).Members.Select(m => m.Vendor));
        Assert.Equal((-1, false), (quarters[3].Conditions.Products[1].Owner, quarters[3].Conditions.Products[1].OnOffer));
        Assert.All(quarters[3..], q => Assert.Equal(default, q.Books[B]));
        Assert.Equal(0, quarters[^1].Closed.Segments[0].Seats[1]);
    }

    [Fact]
    public void A_leader_that_leaves_is_succeeded()
    {
        var quarters = ExampleMarket.Run(ExampleMarket.With(new VendorLeaves(3, 0, B)));
        Assert.Equal((A, AllianceStatus.Active), (Club(quarters[3]).Leader, Club(quarters[3]).Status));
    }

    [Fact]
    public void A_member_that_takes_the_leader_over_leads_in_the_higher_tier_and_inherits_cash_products_and_claims()
    {
        var quarters = ExampleMarket.Run(ExampleMarket.With(new Merger(3, B, A)));
        Assert.Equal([new Member(A, ExampleMarket.Gold, 0)], Club(quarters[3]).Members.AsEnumerable());
        Assert.Equal(A, Club(quarters[3]).Leader);
        Assert.Equal([new VendorAmount(A, 3 * 4_000 + 3_000)], Club(quarters[3]).DuesPaid.AsEnumerable());
        Assert.Equal([0, 1], quarters[3].Closed.Vendors[A].Prices.Select(p => p.Product));
        Assert.Equal((VendorStatus.Merged, A, 0), (quarters[3].Closed.Vendors[B].Status, quarters[3].Closed.Vendors[B].MergedInto, quarters[3].Closed.Vendors[B].CashCents));
        Assert.Equal(
            quarters[2].Closed.Vendors[A].CashCents + quarters[2].Closed.Vendors[B].CashCents + quarters[3].Books[A].ProfitCents,
            quarters[3].Closed.Vendors[A].CashCents);
    }

    [Fact]
    public void A_bankrupt_vendor_is_gone_next_quarter_with_products_and_memberships()
    {
        var market = ExampleMarket.WithVendor(B, v => v with { FixedCostCents = 1_000_000_000, CreditLineCents = 0 });
        var quarters = ExampleMarket.Run(market);
        Assert.Equal(VendorStatus.Exited, quarters[0].Closed.Vendors[B].Status);
        Assert.True(quarters[0].Conditions.Products[1].OnOffer);
        Assert.False(quarters[1].Conditions.Products[1].OnOffer);
        Assert.Equal(A, Club(quarters[1]).Leader);
    }

    [Fact]
    public void Who_cannot_pay_twice_running_is_expelled_at_the_next_partner_phase()
    {
        var market = ExampleMarket.WithVendor(A, v => v with { CreditLineCents = 0, FixedCostCents = 0 });
        market = market with { Products = market.Products.SetItem(0, market.Products[0] with { Withdrawn = 0 }) };
        market = market with { Segments = [market.Segments[0] with { Shares = [0, 0.3, 0.2, 0.5], Liking = [0, null, null] }] };
        var quarters = ExampleMarket.Run(market);
        Assert.Equal(2, Club(quarters[1]).Members[A].UnpaidQuarters);
        Assert.Contains(new PartnershipMessage(2, MessageKind.Expulsion, A, "club", 0), quarters[2].Messages);
        Assert.Equal([B], Club(quarters[2]).Members.Select(m => m.Vendor));
    }

    [Fact]
    public void An_open_alliance_admits_whoever_applies() => Assert.Contains(
        new PartnershipMessage(2, MessageKind.Admission, C, "club", 0, ExampleMarket.Silver),
        ExampleMarket.Run(ExampleMarket.With(new VendorJoins(2, 0, C, ExampleMarket.Silver)))[2].Messages);

    [Fact]
    public void An_alliance_by_invitation_invites_the_quarter_before_a_scripted_join()
    {
        var quarters = ExampleMarket.Run(ByInvitation(new VendorJoins(2, 0, C, ExampleMarket.Silver)));
        Assert.Contains(new PartnershipMessage(2, MessageKind.Invitation, C, "club", 0, ExampleMarket.Silver), quarters[1].Messages);
        Assert.Equal(["club"], quarters[1].Closed.Vendors[C].Invitations.AsEnumerable());
        Assert.Contains(new PartnershipMessage(2, MessageKind.Admission, C, "club", 0, ExampleMarket.Silver), quarters[2].Messages);
        Assert.Empty(quarters[2].Closed.Vendors[C].Invitations);
    }

    [Fact]
    public void An_alliance_by_invitation_refuses_whom_it_could_not_invite() => Assert.Contains(
        new PartnershipMessage(2, MessageKind.Refusal, C, "club", 2, ExampleMarket.Silver),
        ExampleMarket.Run(ByInvitation(new VendorJoins(0, 0, C, ExampleMarket.Silver)))[0].Messages);

    [Fact]
    public void A_vendor_belongs_to_one_alliance_per_technology_and_may_change_within_a_quarter()
    {
        var market = Rival(new VendorJoins(2, 1, A, 0), new VendorJoins(4, 1, A, 0), new VendorLeaves(4, 0, A));
        var quarters = ExampleMarket.Run(market);
        Assert.Contains(new PartnershipMessage(2, MessageKind.Refusal, A, "rival", 0, 0), quarters[2].Messages);
        Assert.Contains(new PartnershipMessage(2, MessageKind.Admission, A, "rival", 0, 0), quarters[4].Messages);
        Assert.Equal([B], Club(quarters[4]).Members.Select(m => m.Vendor));
        Assert.Equal([A, C], quarters[4].Closed.Alliances[1].Members.Select(m => m.Vendor));
    }

    [Fact]
    public void A_buyer_stays_in_its_own_alliance_and_the_membership_it_bought_ends()
    {
        var quarters = ExampleMarket.Run(Rival(new Merger(3, C, A)));
        Assert.Equal(AllianceStatus.Dissolved, quarters[3].Closed.Alliances[1].Status);
        Assert.Equal([A, B], Club(quarters[3]).Members.Select(m => m.Vendor));
    }

    [Fact]
    public void A_member_that_applies_again_changes_its_tier()
    {
        var quarters = ExampleMarket.Run(ExampleMarket.With(new VendorJoins(2, 0, A, ExampleMarket.Gold)));
        Assert.Equal([new Member(A, ExampleMarket.Gold, 0), new Member(B, ExampleMarket.Gold, 0)], Club(quarters[2]).Members.AsEnumerable());
    }

    private static AllianceState Club(QuarterRecord quarter) => quarter.Closed.Alliances[0];

    private static MarketDefinition ByInvitation(params MarketEvent[] events) => ExampleMarket.With(a => a with { ByInvitation = true }) with { Events = [.. events] };

    /// <summary>With a second alliance on the same technology, led by c.</summary>
    private static MarketDefinition Rival(params MarketEvent[] events)
    {
        var rival = new Alliance { Id = "rival", Technology = ExampleMarket.Free, Leader = C, Tiers = [new Tier("all", 0)], Members = [new FoundingMember(C, 0)] };
        return ExampleMarket.Definition with { Alliances = [.. ExampleMarket.Definition.Alliances, rival], Events = [.. events] };
    }
}
