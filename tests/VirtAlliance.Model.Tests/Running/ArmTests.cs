using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Model.Definition;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>Arms of one scenario share their opening, and every draw.</summary>
public sealed class ArmTests
{
    [Fact]
    public void An_arm_opens_with_the_customers_likings_and_conduct_of_the_scenario_whatever_it_changes() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var scenario = RandomMarket.Of(seed);
            var arm = scenario with
            {
                Alliances = [],
                Events = [.. scenario.Events.Where(e => e is not (AllianceFounded or VendorJoins or VendorLeaves))],
                Products = [.. scenario.Products.Select(p => p with { Quality = p.Quality + 1 })],
                Segments = [.. scenario.Segments.Select(s => s with { SwitchingCost = new Taste(3, 0), Imitation = s.Imitation / 2 })],
            };
            var own = Recorded.Whole(new RunDefinition(scenario, scenario, 7, 1)).Opening;
            var changed = Recorded.Whole(new RunDefinition(arm, scenario, 7, 1)).Opening;
            Assert.Equal(Recorded.Text(own.Likings), Recorded.Text(changed.Likings));
            Assert.Equal(own.Conduct.AsEnumerable(), changed.Conduct);
            Assert.Equal(Recorded.Text(own.Initial.Segments), Recorded.Text(changed.Initial.Segments));
        },
        iter: 20);

    [Fact]
    public void An_arm_that_changes_something_late_is_the_same_run_until_then() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var scenario = RandomMarket.Of(seed);
            var last = scenario.Quarters - 1;
            var arm = scenario with { Events = [.. scenario.Events.Where(e => e.At < last), new PriceEvent(last, 0, 0.5, null, 0, [])] };
            var (one, other) = (Recorded.Whole(new RunDefinition(scenario, scenario, 7, 1)).Quarters, Recorded.Whole(new RunDefinition(arm, scenario, 7, 1)).Quarters);
            for (var t = 0; t < last - 1; t++) Assert.Equal(Recorded.Text(one[t]), Recorded.Text(other[t]));
        },
        iter: 20);
}
