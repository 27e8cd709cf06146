using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Firms;

public sealed class ResearchTests
{
    private static readonly ImmutableArray<VendorState> Separate = ExampleMarket.Opening(ExampleMarket.Definition).Vendors;

    [Fact]
    public void A_vendor_spends_a_fixed_sum_and_a_share_of_its_bookings() =>
        Assert.Equal(500 + 250, Laboratories.SpendCentsOf(WithResearch(ExampleMarket.B), Separate, ExampleMarket.B, [9_999, 1_000, 8_888]));

    [Fact]
    public void A_laboratory_goes_on_under_the_heir_on_the_bookings_of_its_own_products()
    {
        var vendors = Mergers.TakeOver(Separate, ExampleMarket.B, ExampleMarket.C);
        Assert.Equal(500 + 250, Laboratories.SpendCentsOf(WithResearch(ExampleMarket.B), vendors, ExampleMarket.C, [9_999, 1_000, 8_888]));
    }

    [Fact]
    public void Unstated_split_goes_by_bookings_and_in_equal_parts_while_there_are_none()
    {
        var market = ExampleMarket.Definition with { Products = ExampleMarket.Definition.Products.SetItem(2, ExampleMarket.Definition.Products[2] with { Vendor = ExampleMarket.A }) };
        Assert.Equal([0.25, 0.75], Laboratories.Split(market, ExampleMarket.A, [300, 777, 100]).AsEnumerable());
        Assert.Equal([0.5, 0.5], Laboratories.Split(market, ExampleMarket.A, [0, 777, 0]).AsEnumerable());
        Assert.Equal([0, 0], Laboratories.Split(market, ExampleMarket.C, [300, 777, 100]).AsEnumerable());
    }

    [Fact]
    public void Pools_add_to_research_with_their_effectiveness()
    {
        var market = ExampleMarket.With(a => a with { Effectiveness = 3 });
        Assert.Equal([30, 0], Research.EffectiveUsd(market, Separate, [ExampleMarket.Club with { ResearchCents = 1_000 }], [0, 0, 0]));
    }

    [Fact]
    public void Knowledge_wears_off_and_grows_by_research_community_and_spill_overs()
    {
        var market = ExampleMarket.Definition with
        {
            Technologies =
            [
                new Technology { Id = "free", KnowledgeUsd = 1_000, Depreciation = 0.1, CommunityUsd = 50, Learning = 2, Quality = 0.3, Spillover = [0, 0.25] },
                new Technology { Id = "shut", KnowledgeUsd = 1_000 },
            ],
        };
        var next = Learning.Next(market, [new TechnologyState(1_000, 0), new TechnologyState(1_000, 0)], [10, 400], 0);
        Assert.Equal(900 + 10 + 50 + 100, next[0].KnowledgeUsd, 9);
        Assert.Equal(0.3 + 2 * Math.Log(1.06), next[0].Quality, 12);
        Assert.Equal(1_400, next[1].KnowledgeUsd);
        Assert.Equal(0, next[1].Quality);
    }

    [Fact]
    public void Shocks_up_to_now_are_part_of_quality()
    {
        var market = ExampleMarket.With(new QualityShock(1, 0, 0.5), new QualityShock(3, 0, -0.2));
        Assert.Equal([0, 0.5, 0.5, 0.3], Enumerable.Range(0, 4).Select(t => Learning.Quality(market, 0, 1e6, t)));
    }

    private static MarketDefinition WithResearch(int vendor) =>
        ExampleMarket.WithVendor(vendor, v => v with { Research = new ResearchPolicy { FixedCents = 500, ShareOfBookings = 0.25 } });
}
