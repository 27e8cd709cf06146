using VirtAlliance.Scenarios.Checks;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;
using Xunit.Abstractions;

namespace VirtAlliance.Scenarios.Tests;

public class ScenarioCheckTests(ITestOutputHelper output)
{
    [Fact]
    public void The_smallest_useful_file_is_checked_with_its_defaults_and_opening()
    {
        var check = ScenarioCheck.Of(new StudyRequest { Text = ShippedScenarios.Text("first-try")!, Name = "first-try" });
        output.WriteLine(check.Text());
        Assert.Contains(new UsedDefault("discount", "0.98"), check.Defaults);
        Assert.Contains(new UsedDefault("vendors.upstart.price.rule", "list"), check.Defaults);
        Assert.DoesNotContain(check.Defaults, d => d.Path == "vendors.giant.price.rule");
        var bookings = check.Opening!.Vendors.ToDictionary(v => v.Vendor, v => v.BookingsUsd);
        Assert.InRange(bookings["giant"], 0.5 * 20_000 * 0.35 * 200, 1.5 * 20_000 * 0.35 * 200);
        Assert.Equal(0, bookings["reseller"]);
        Assert.InRange(check.Opening.Segments[0].TrialChance, 0.3, 0.9);
        Assert.InRange(check.Opening.Elasticity!.Value, -3, -0.1);
        Assert.Empty(check.Warnings);
    }

    [Fact]
    public void Elasticity_and_trials_of_the_textbook_duopoly_are_those_of_logit()
    {
        var opening = ScenarioCheck.Of(new StudyRequest { Text = ShippedScenarios.Text("duopoly")!, Name = "duopoly" }).Opening!;
        var inside = 2 * Math.Exp(0.5) / (1 + 2 * Math.Exp(0.5));
        Assert.Equal(inside, opening.Segments[0].TrialChance, 6);
        Assert.Equal(-1.5 * (1 - inside), opening.Elasticity!.Value, 6);
    }

    [Theory]
    [InlineData("maker: { channels: 0.5", "maker: { complements-usd: { free: 5 }", "vendors.maker.complements-usd")]
    [InlineData("leader: maker,", "leader: maker, commission: 0.1,", "alliances.club.commission")]
    [InlineData("leader: maker,", "leader: maker, marketing-effect: 0.1,", "alliances.club.marketing-effect")]
    [InlineData("cross-sell: 0.5", "cross-sell: 0.5, partnership: { threshold: 1 }", "vendors.giant.partnership")]
    [InlineData("seed: 7", "seed: 7\nportability: 0.5", null)]
    [InlineData("share: 0.9", "share: 0.9, markup: 1", "vendors.rival.price.markup")]
    public void Keys_without_effect_are_warned_of(string line, string instead, string? warned)
    {
        var text = Broken.With(line, instead).Replace("path: vendors.maker.channels, scale", "path: discount, scale", StringComparison.Ordinal).Replace("[0.9, 1.1]", "[0.9, 1]", StringComparison.Ordinal);
        var warnings = ScenarioCheck.Of(new StudyRequest { Text = text, Name = "f.yaml" }).Warnings;
        Assert.Contains("vendors.giant.cross-sell: nobody holds its franchise, and nobody wins it", warnings);
        if (warned is not null) Assert.Contains(warnings, w => w.StartsWith(warned + ":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", { at: 2021-Q1, shock: { segment: firms, product: beta, reach: 0.6 } }", false)]
    public void A_takeover_between_fellow_members_is_warned_of_until_it_says_what_the_buyer_sells(string shock, bool warned)
    {
        var text = $"{ShippedScenarios.Text("first-try")}\nevents: [{{ at: 2021-Q1, merger: {{ vendor: upstart, into: reseller }} }}{shock}]\n";
        var warnings = ScenarioCheck.Of(new StudyRequest { Text = text, Name = "f.yaml" }).Warnings;
        Assert.Equal(warned, warnings.Any(w => w.StartsWith("events, merger of upstart into reseller:", StringComparison.Ordinal)));
    }
}
