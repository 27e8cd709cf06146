using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

public class ArmTests
{
    private static MarketDefinition Market(string arm, string text, params string[] sets) =>
        StudyPlan.Expand(new StudyRequest { Text = text, Name = "f.yaml", Sets = [.. sets] }).Runs.Single(r => r.Arm == arm).Definition.InForce;

    private static string WithArm(string changes) => Broken.With("dear: { set: { products.alpha.price-usd: 300 } }", $"dear: {{ {changes} }}");

    [Fact]
    public void A_set_value_is_in_force_in_its_arm_only_and_never_at_the_opening()
    {
        var runs = StudyPlan.Expand(new StudyRequest { Text = Broken.Sound, Name = "f.yaml" }).Runs;
        Assert.Equal([20_000L, 20_000, 30_000], runs.Select(r => r.Definition.InForce.Products[0].PriceCents));
        Assert.All(runs, r => Assert.Equal(20_000, r.Definition.Opening.Products[0].PriceCents));
        Assert.Equal(3, runs.Select(r => r.ScenarioHash).Distinct().Count());
    }

    [Fact]
    public void An_arm_that_sets_what_holds_anyway_is_the_opening_itself()
    {
        var run = StudyPlan.Expand(new StudyRequest { Text = WithArm("set: { products.alpha.price-usd: 2e2 }"), Name = "f.yaml" }).Runs.Single(r => r.Arm == "dear");
        Assert.Same(run.Definition.Opening, run.Definition.InForce);
    }

    [Fact]
    public void A_star_matches_every_name_and_starts_from_the_segment_defaults()
    {
        var market = Market("dear", WithArm("set: { segments.*.price-taste.mean: 1 }"));
        Assert.Equal(new Taste(1, 0.2), market.Segments[0].PriceTaste);
    }

    [Fact]
    public void A_part_of_a_bare_number_can_be_set()
    {
        Assert.Equal(new Taste(1, 0.3), Market("dear", WithArm("set: { segments.firms.switching-cost.spread: 0.3 }")).Segments[0].SwitchingCost);
        Assert.Equal([0.25], Market("dear", WithArm("set: { vendors.maker.channels.firms: 0.25 }")).Vendors[1].Channels.ToArray());
    }

    [Fact]
    public void A_removed_alliance_takes_its_events_along()
    {
        var market = Market("without", Broken.Sound);
        Assert.Empty(market.Alliances);
        Assert.IsType<PriceEvent>(Assert.Single(market.Events));
    }

    [Fact]
    public void A_removed_vendor_takes_its_products_shares_and_memberships_along()
    {
        var market = Market("dear", WithArm("remove: [vendors.rival]"));
        Assert.Equal(["alpha", "late"], market.Products.Select(p => p.Id));
        Assert.Equal([0.3, 0, 0.7], market.Segments[0].Shares.Select(s => Math.Round(s, 12)));
        Assert.Equal([new FoundingMember(1, 0)], market.Alliances[0].Members.ToArray());
        Assert.Equal(2, StudyPlan.Expand(new StudyRequest { Text = WithArm("remove: [vendors.rival]"), Name = "f.yaml" }).Runs[0].Definition.Opening.Alliances[0].Members.Length);
    }

    [Fact]
    public void A_member_is_removed_by_name_and_added_to_a_list()
    {
        Assert.Single(Market("dear", WithArm("remove: [alliances.club.members.gold.rival]")).Alliances[0].Members);
        Assert.Equal(3, Market("dear", WithArm("add: { alliances.club.members.gold: giant }")).Alliances[0].Members.Length);
    }

    [Fact]
    public void An_arm_adds_products_with_a_liking_behind_all_others_and_events()
    {
        var market = Market("dear", WithArm("""
            add: { products.new: { vendor: maker, technology: free, price-usd: 1 }, segments.firms.liking.new: 0.7, events: { at: 2020-Q3, vendor-exits: rival } }
            """));
        Assert.Equal("new", market.Products[^1].Id);
        Assert.Equal(0.7, market.Segments[0].Liking[^1]);
        Assert.Contains(market.Events, e => e is VendorExits { At: 2 });
    }

    [Fact]
    public void Overrides_act_before_arms_and_at_the_opening()
    {
        Assert.Equal(15_000, Market("with", Broken.Sound, "products.alpha.price-usd=150").Products[0].PriceCents);
        Assert.Equal(30_000, Market("dear", Broken.Sound, "products.alpha.price-usd=150").Products[0].PriceCents);
        Assert.Equal(4, Market("with", Broken.Sound, "quarters=4").Quarters);
        Assert.Equal([0.1, 0.1, 0.8], Market("with", Broken.Sound, "segments.firms.shares={alpha: 0.1, beta: 0.1, none: 0.8}").Segments[0].Shares.Where((_, j) => j != 2));
    }

    [Fact]
    public void Fewer_quarters_leave_later_events_out()
    {
        var plan = StudyPlan.Expand(new StudyRequest { Text = Broken.Sound, Name = "f.yaml", Quarters = 2 });
        Assert.All(plan.Runs, r => Assert.Equal(2, r.Definition.InForce.Quarters));
        Assert.Single(plan.Runs[0].Definition.InForce.Events);
    }

    [Fact]
    public void Chosen_arms_run_beside_the_baseline() =>
        Assert.Equal(["without", "dear"], StudyPlan.Expand(new StudyRequest { Text = Broken.Sound, Name = "f.yaml", Arms = ["dear"] }).Arms.ToArray());
}
