using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Partnership;

/// <summary>Upheavals in mid-run: each story runs to its end, and creates and loses neither money nor seats.</summary>
public sealed class UpheavalTests
{
    private const int Carrier = PartnershipStories.Carrier, Incumbent = PartnershipStories.Incumbent, Leader = PartnershipStories.Leader, Member = PartnershipStories.Member;

    private const string Rival = "club.member.2012-Q2";

    public static TheoryData<string> Stories => [.. PartnershipStories.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_story_comes_to_its_end_with_its_money_and_seats(string story)
    {
        var run = PartnershipStories.Of(story);
        var (opening, quarters) = Recorded.Whole(run);
        Assert.Equal(run.InForce.Quarters, quarters.Length);
        Conserved.Money(opening.Initial, quarters);
        Conserved.Seats(run.InForce, opening.Initial, quarters);
    }

    [Fact]
    public void A_bankrupt_vendor_is_out_of_market_and_club_next_quarter_and_its_debt_stays()
    {
        var quarters = Told("a vendor goes bankrupt");
        Assert.Equal((VendorStatus.Exited, true), (quarters[3].Closed.Vendors[Member].Status, Club(quarters[3]).Has(Member)));
        Assert.Equal((false, false), (quarters[4].Conditions.Products[2].OnOffer, Club(quarters[4]).Has(Member)));
        Assert.True(quarters[3].Closed.Vendors[Member].CashCents < 0);
        Assert.All(quarters[4..], q => Assert.Equal((default, quarters[3].Closed.Vendors[Member].CashCents), (q.Books[Member], q.Closed.Vendors[Member].CashCents)));
    }

    [Theory]
    [InlineData("the leader gives up")]
    [InlineData("the leader leaves")]
    public void The_member_with_the_highest_dues_and_of_equals_the_first_succeeds_a_leader_that_goes(string story)
    {
        var quarters = Told(story);
        Assert.Equal((Leader, Carrier), (Club(quarters[4]).Leader, Club(quarters[5]).Leader));
        Assert.False(Club(quarters[5]).Has(Leader));
    }

    [Fact]
    public void A_franchise_is_won_with_orders_from_others_of_its_family_until_its_owner_gives_up()
    {
        long[] Held(QuarterRecord quarter) => [.. quarter.Closed.Segments[0].FranchiseSeats];
        var quarters = Told("the leader gives up");
        Assert.All(Enumerable.Range(1, 4), t => Assert.True(Held(quarters[t])[1] > Held(quarters[t - 1])[1] && Held(quarters[t])[0] <= Held(quarters[t - 1])[0]));
        Assert.All(quarters[5..], q => Assert.Equal(Held(quarters[4]), Held(q)));
        Assert.Equal(-1, quarters[5].Conditions.FranchiseOwners[1]);
    }

    [Fact]
    public void A_member_that_takes_the_leader_over_leads_in_its_tier()
    {
        var club = Club(Told("a member takes the leader over")[5]);
        Assert.Equal((Member, new Member(Member, 0, 0)), (club.Leader, club.Members[^1]));
    }

    [Fact]
    public void An_outsider_that_takes_the_leader_over_leads()
    {
        var quarters = Told("an outsider takes the leader over");
        Assert.Equal(Incumbent, Club(quarters[5]).Leader);
        Assert.Equal([Carrier, Incumbent, Member], Club(quarters[5]).Members.Select(m => m.Vendor));
        Assert.Equal(Incumbent, quarters[5].Conditions.FranchiseOwners[1]);
    }

    [Fact]
    public void All_members_that_leave_in_one_quarter_get_the_pool_back_by_dues_paid()
    {
        var quarters = Told("all members leave in one quarter");
        var pool = Club(quarters[5]).PoolCents;
        Assert.Equal((AllianceStatus.Dissolved, 0), (Club(quarters[6]).Status, Club(quarters[6]).PoolCents));
        Assert.Equal(pool, quarters[6].Books.Sum(b => b.PoolCents));
        Assert.All(quarters[6].Books.Zip([1, 0, 4, 1]), part => Assert.Equal(pool * part.Second / 6.0, part.First.PoolCents, 1.0));
    }

    [Fact]
    public void A_pool_whose_payers_have_all_gone_stays_where_it_is()
    {
        var quarters = Told("all members give up in one quarter");
        Assert.All(quarters[6..], q => Assert.Equal((AllianceStatus.Dissolved, Club(quarters[5]).PoolCents), (Club(q).Status, Club(q).PoolCents)));
    }

    [Fact]
    public void Who_has_paid_too_little_twice_running_is_expelled()
    {
        var quarters = Told("who cannot pay is expelled");
        Assert.Equal([0, 0], quarters[1..3].Select(q => q.Messages.Single(m => m.Kind == MessageKind.Contribution && m.Vendor == Carrier).Cents));
        Assert.Contains(quarters[3].Messages, m => m is { Kind: MessageKind.Expulsion, Vendor: Carrier });
        Assert.False(Club(quarters[3]).Has(Carrier));
    }

    [Fact]
    public void A_rival_is_announced_to_everybody_and_founded_a_quarter_later_on_the_parents_terms()
    {
        var quarters = Told("a member founds a rival");
        Assert.Equal([new PartnershipMessage(1, MessageKind.Founding, Member, Rival, 0, 0)], quarters[3].Messages.Where(m => m.Vendor == Member && m.Round == 1));
        Assert.Equal((AllianceStatus.Planned, true), (Find(quarters[3], Rival).Status, Club(quarters[3]).Has(Member)));
        var rival = Find(quarters[4], Rival);
        Assert.Equal((AllianceStatus.Active, Member, 4, 0, 4_000_000), (rival.Status, rival.Leader, rival.FoundedIn, rival.Terms, rival.IncomeCents));
        Assert.Equal([new Member(Member, 0, 0)], rival.Members.AsEnumerable());
        Assert.False(Club(quarters[4]).Has(Member));
        Assert.True(quarters[^1].Closed.SteeredQuality[2] > 0.5);
    }

    [Theory]
    [InlineData("the founder of a rival is taken over first")]
    [InlineData("the founder of a rival gives up first")]
    public void The_plan_of_a_founder_that_goes_comes_to_nothing(string story)
    {
        var quarters = Told(story);
        Assert.Equal(AllianceStatus.Planned, Find(quarters[3], Rival).Status);
        Assert.All(quarters[4..], q => Assert.Equal((AllianceStatus.Dissolved, -1), (Find(q, Rival).Status, Find(q, Rival).Leader)));
    }

    [Fact]
    public void An_invitation_is_answered_in_next_quarters_first_round()
    {
        var quarters = Told("a guest joins");
        Assert.Equal([MessageKind.Invitation], quarters[3].Messages.Where(m => m.Vendor == Carrier).Select(m => m.Kind));
        Assert.Equal(["club"], quarters[3].Closed.Vendors[Carrier].Invitations.AsEnumerable());
        Assert.Equal([MessageKind.Application, MessageKind.Admission], quarters[4].Messages.Where(m => m.Vendor == Carrier).Select(m => m.Kind));
        Assert.Empty(quarters[4].Closed.Vendors[Carrier].Invitations);
    }

    [Fact]
    public void A_leader_invites_nobody_by_whom_it_does_not_gain() =>
        Assert.DoesNotContain(Told("nobody is invited by whom the leader does not gain").SelectMany(q => q.Messages), m => m.Vendor == Carrier);

    [Fact]
    public void A_leader_may_ride_free_on_its_own_club() =>
        Assert.Equal(1, Club(Told("everybody decides in every quarter")[2]).Members.Single(m => m.Vendor == Leader).Tier);

    private static QuarterRecord[] Told(string story) => Recorded.Whole(PartnershipStories.Of(story)).Quarters;

    private static AllianceState Club(QuarterRecord quarter) => Find(quarter, "club");

    private static AllianceState Find(QuarterRecord quarter, string alliance) => quarter.Closed.Alliances.Single(a => a.Id == alliance);
}
