using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Coalitions;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests.Coalitions;

/// <summary>An alliance as a game of its members.</summary>
public sealed class CoalitionGameTests
{
    private static readonly StudyRequest FirstTry = new() { Name = "first-try", Text = ShippedScenarios.Text("first-try")!, Sets = ["segments.firms.customers=3000"] };

    [Fact]
    public void Members_gain_together_what_their_values_add_up_to_and_what_the_arms_differ_by()
    {
        var shares = new CoalitionGame(FirstTry, "club", "with").Play(_ => { }, CancellationToken.None);
        var plan = StudyPlan.Expand(FirstTry);
        var (with, without) = (HistorySimulation.Run(plan.Runs[0].Definition), HistorySimulation.Run(plan.Runs[1].Definition));
        Assert.Equal(["reseller", "upstart"], shares.Select(s => s.Vendor));
        Assert.All(shares, s => Assert.Equal(Gains.Usd(with, without, s.Vendor, 0, 19), s.Gain, 1e-6));
        Assert.Equal(shares.Sum(s => s.Gain), shares.Sum(s => s.Value), 1e-6);
    }

    /// <summary>One carries, the other sells: neither is worth anything alone, so they are worth the same.</summary>
    [Fact]
    public void Two_who_need_each_other_have_the_same_value()
    {
        var shares = new CoalitionGame(FirstTry, null, null).Play(_ => { }, CancellationToken.None);
        Assert.All(shares, s => Assert.Equal(0, s.Alone, 1e-6));
        Assert.Equal(shares[0].Value, shares[1].Value, 1e-6);
        Assert.True(shares[0].Value > 0);
    }

    [Fact]
    public void Without_its_leader_an_alliance_follows_whoever_pays_most_and_prefers_nobody()
    {
        var market = StudyPlan.Expand(new StudyRequest { Name = "ova-2011", Text = ShippedScenarios.Text("ova-2011")!, Arms = ["with"] }).Runs[0].Definition.InForce;
        int Vendor(string id) => market.IndexOfVendor(id);
        var terms = CoalitionMarket.Of(market, 0, v => v == Vendor("intel") || v == Vendor("bmc")).Alliances[0];
        Assert.Equal([Vendor("bmc"), Vendor("intel")], terms.Members.Select(m => m.Vendor));
        Assert.Equal((Vendor("intel"), 0.0, 0.3), (terms.Leader, terms.LeaderControl, terms.Preference.Leader));
        Assert.Equal(int.MaxValue, CoalitionMarket.Of(market, 0, _ => false).Alliances[0].Founded);
    }

    [Theory]
    [InlineData("clib", null, "did you mean 'club'?")]
    [InlineData(null, "wth", "did you mean 'with'?")]
    public void An_unknown_name_is_told_with_the_nearest(string? alliance, string? arm, string hint) =>
        Assert.Contains(hint, Assert.Single(Assert.Throws<ScenarioException>(() => new CoalitionGame(FirstTry, alliance, arm)).Errors));
}
