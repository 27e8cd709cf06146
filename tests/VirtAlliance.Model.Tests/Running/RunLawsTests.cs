using CsCheck;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>MODEL.md §9 over whole runs of markets with everything in them. Laws 1 to 3 are asserted inside the model, too.</summary>
public sealed class RunLawsTests
{
    private const int Runs = 60;

    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Money_is_neither_created_nor_lost() => Seeds.Sample(
        seed =>
        {
            var (opening, quarters) = Recorded.Whole(RandomMarket.Run(seed));
            Conserved.Money(opening.Initial, quarters);
        },
        iter: Runs);

    [Fact]
    public void Every_customer_and_seat_is_somewhere() => Seeds.Sample(
        seed =>
        {
            var run = RandomMarket.Run(seed);
            var (opening, quarters) = Recorded.Whole(run);
            Conserved.Seats(run.InForce, opening.Initial, quarters);
        },
        iter: Runs);

    [Fact]
    public void Nothing_but_numbers_comes_out() => Seeds.Sample(
        seed =>
        {
            foreach (var quarter in Recorded.Whole(RandomMarket.Run(seed)).Quarters)
            {
                Assert.All(quarter.Conditions.Products, p => Assert.True(p.PriceCents >= 0 && double.IsFinite(p.Quality) && double.IsFinite(p.Marketing)));
                Assert.All(quarter.Conditions.Technologies, t => Assert.True(double.IsFinite(t.Network)));
                Assert.All(quarter.Conditions.Segments.SelectMany(s => s.Reach), r => Assert.InRange(r, 0, 1));
                Assert.All(quarter.Closed.Technologies, t => Assert.True(t.KnowledgeUsd > 0 && double.IsFinite(t.Quality)));
                Assert.All(quarter.Closed.Vendors.SelectMany(v => v.Prices), p => Assert.True(double.IsFinite(p.ExactCents) && p.ExactCents >= 0));
            }
        },
        iter: Runs);

    [Fact]
    public void The_same_run_twice_is_the_same_run() => Seeds.Sample(
        seed => Recorded.Text(Recorded.Whole(RandomMarket.Run(seed)).Quarters) == Recorded.Text(Recorded.Whole(RandomMarket.Run(seed)).Quarters),
        iter: 15);

    [Fact]
    public void An_alliance_without_dues_carry_lift_and_steering_changes_no_figure_of_the_market() => Seeds.Sample(
        seed =>
        {
            var market = RandomMarket.Of(seed);
            var empty = market with { Alliances = [.. market.Alliances.Select(WithoutEffect)] };
            var none = market with { Alliances = [], Events = [.. market.Events.Where(e => e is not (AllianceFounded or VendorJoins or VendorLeaves))] };
            var (with, without) = (Run(empty, seed), Run(none, seed));
            for (var t = 0; t < with.Length; t++) Assert.Equal(MarketTables(without[t]), MarketTables(with[t]));
        },
        iter: Runs);

    private static QuarterRecord[] Run(MarketDefinition market, int seed) => Recorded.Whole(new RunDefinition(market, market, (uint)seed, 0)).Quarters;

    private static string MarketTables(QuarterRecord quarter) =>
        Recorded.Text(quarter.Conditions) + Recorded.Text(quarter.Books) + Recorded.Text(quarter.Closed with { Alliances = [], Surveys = [], Vendors = [.. quarter.Closed.Vendors.Select(v => v with { Invitations = [] })] });

    private static Alliance WithoutEffect(Alliance alliance) => alliance with
    {
        Tiers = [.. alliance.Tiers.Select(t => t with { DuesCents = 0 })], Carry = 0, AnnouncementLift = 0, Steering = 0,
    };
}
