using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Partnership;

/// <summary>Messages are sets, in all three rounds.</summary>
public sealed class CorrespondenceTests
{
    [Fact]
    public void Arrival_order_and_repetition_of_partnership_messages_do_not_matter() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            EachQuarter(RandomMarket.Run(seed), (market, opening, opened, quarter) => Assert.Equal(
                Recorded.Text(Partnered(market, opening, opened, quarter, m => m)), Recorded.Text(Partnered(market, opening, opened, quarter, m => Jumbled(m, random)))));
        },
        iter: 40);

    [Fact]
    public void Arrival_order_and_repetition_of_dues_do_not_matter() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var run = RandomMarket.Run(seed);
            foreach (var quarter in Recorded.Whole(run).Quarters)
            {
                foreach (var alliance in quarter.Closed.Alliances)
                {
                    ImmutableArray<PartnershipMessage> dues = [.. quarter.Messages.Where(m => m.Round == 3 && m.Alliance == alliance.Id)];
                    var terms = run.InForce.Alliances[alliance.Terms];
                    Assert.Equal(Recorded.Text(Pool.Settle(terms, alliance, dues)), Recorded.Text(Pool.Settle(terms, alliance, Jumbled(dues, random))));
                }
            }
        },
        iter: 40);

    [Fact]
    public void A_quarter_without_business_would_have_changed_nothing() => Gen.Int[0, 1_000_000].Sample(
        seed => EachQuarter(RandomMarket.Run(seed), (market, opening, opened, quarter) =>
        {
            if (PartnerPhase.HasBusiness(market, opened, quarter)) return;
            var (partnered, said) = Partnered(market, opening, opened, quarter, m => m);
            Assert.Empty(said);
            Assert.Equal(Recorded.Text(opened), Recorded.Text(partnered));
        }),
        iter: 40);

    [Fact]
    public void Leaders_are_members_and_nobody_is_in_two_alliances_on_a_technology() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var run = RandomMarket.Run(seed);
            foreach (var alliances in Recorded.Whole(run).Quarters.Select(q => q.Closed.Alliances))
            {
                Assert.All(alliances, a => Assert.Equal(a.Status == AllianceStatus.Active, a.Has(a.Leader)));
                var memberships = alliances.SelectMany(a => a.Members.Select(m => (m.Vendor, run.InForce.Alliances[a.Terms].Technology))).ToArray();
                Assert.Equal(memberships.Distinct().Count(), memberships.Length);
            }
        },
        iter: 80);

    private static void EachQuarter(RunDefinition run, Action<Market, OpeningRecord, MarketState, int> look)
    {
        var market = new Market(run);
        var (opening, quarters) = Recorded.Whole(run);
        var closed = opening.Initial;
        foreach (var quarter in quarters)
        {
            look(market, opening, OpenPhase.Apply(market, closed, quarter.Closed.Quarter), quarter.Closed.Quarter);
            closed = quarter.Closed;
        }
    }

    private static (MarketState Partnered, ImmutableArray<PartnershipMessage> Said) Partnered(
        Market market, OpeningRecord opening, MarketState opened, int quarter, Func<ImmutableArray<PartnershipMessage>, ImmutableArray<PartnershipMessage>> deliver)
    {
        var proposed = opened.Vendors.SelectMany((_, v) => PartnerPhase.Propose(market, opening, opened, v, quarter)).ToArray();
        ImmutableArray<PartnershipMessage> withdrawals = [.. proposed.Where(m => m.Kind == MessageKind.Withdrawal)];
        ImmutableArray<AllianceDecision> decided =
        [
            .. opened.Alliances.Select(a => PartnerPhase.Decide(
                market, opening, opened, a.Id, deliver([.. proposed.Where(m => m.Alliance == a.Id)]), deliver(withdrawals), quarter)),
        ];
        var answered = decided.SelectMany(d => d.Sent).ToArray();
        var concluded = opened.Vendors.Select((_, v) => PartnerPhase.Conclude(market, opened, v, deliver([.. answered.Where(m => m.Vendor == v)]), quarter));
        return (PartnerPhase.Fix(market, opened, deliver([.. proposed]), decided, [.. concluded], quarter), [.. proposed, .. answered]);
    }

    private static ImmutableArray<PartnershipMessage> Jumbled(ImmutableArray<PartnershipMessage> messages, Random random)
    {
        var jumbled = messages.Concat(messages.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(jumbled);
        return [.. jumbled];
    }
}
