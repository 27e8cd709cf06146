using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Pricing;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Opening;

namespace VirtAlliance.Model.Tests.Pricing;

public sealed class BertrandStepTests
{
    private static MarketDefinition ThreeVendors => PlainMarket.Of([200, 120, 60], [0.3, 0.15, 0.05, 0.5]);

    [Fact]
    public void Opening_prices_rest_under_the_conduct_they_imply() => AssertRest(ThreeVendors);

    [Fact]
    public void So_they_do_where_a_vendor_has_several_products() => AssertRest(ThreeVendors.OwnedBy(0, 1, 0));

    [Fact]
    public void So_they_do_where_vendors_earn_on_complements() => AssertRest(
        ThreeVendors.With(v => v with { Channels = [0.7], TechnologyComplementCents = [300, 0, 900], ProductComplementCents = [0, 250, 0], NoneComplementCents = 40 }));

    [Fact]
    public void A_price_below_effective_cost_is_kept_and_conduct_says_why()
    {
        var market = (ThreeVendors with { Products = [.. ThreeVendors.Products.Select(p => p with { UnitCostCents = p.Id == "p2" ? 9_000 : 1_000 })] }).Run();
        var panels = Panels(market);
        var conduct = ImpliedConduct.Of(market, panels);
        Assert.Equal(new ImpliedConduct(0, ConductBasis.PriceNotAboveCost), conduct[2]);
        Assert.Equal(ConductBasis.OpeningPrice, conduct[0].Basis);
        Assert.Equal(6_000, Next(market, panels, [1, 1, 0], 2, 6_000));
    }

    [Fact]
    public void A_product_not_on_offer_at_the_opening_has_conduct_one()
    {
        var market = (ThreeVendors with { Products = [.. ThreeVendors.Products.Select(p => p with { Enters = p.Id == "p2" ? 3 : 0 })] })
            .With(s => s with { Shares = [0.3, 0.2, 0, 0.5], Liking = [null, null, 0] }).Run();
        Assert.Equal(new ImpliedConduct(1, ConductBasis.NotOnOffer), ImpliedConduct.Of(market, Panels(market))[2]);
    }

    [Fact]
    public void A_stated_conduct_is_in_force()
    {
        var market = ThreeVendors.With(v => v with { Price = v.Price with { Conduct = v.Id == "v1" ? 1 : null } }).Run();
        var panels = Panels(market);
        var (implied, inForce) = (ImpliedConduct.Of(market, panels), ImpliedConduct.InForce(market, panels));
        Assert.Equal<double>([implied[0].Theta, 1, implied[2].Theta], inForce);
    }

    [Fact]
    public void A_step_is_limited()
    {
        var market = ThreeVendors.With(v => v with { Price = v.Price with { MaxStep = 0.05 } }).Run();
        Assert.Equal(21_000, Next(market, Panels(market), [9, 9, 9], 0, 20_000), 1e-9);
    }

    [Fact]
    public void A_step_never_leads_below_zero()
    {
        var market = ThreeVendors.With(v => v with { Channels = [1], TechnologyComplementCents = [900_000, 0, 0] }).Run();
        Assert.Equal(0, Next(market, Panels(market), [1, 1, 1], 0, 10));
    }

    [Fact]
    public void A_merged_house_prices_with_all_its_complements_in_mind()
    {
        var definition = ThreeVendors.With(v => v with { Channels = [0.5], NoneComplementCents = v.Id == "v1" ? 5_000 : 0 });
        var market = definition.Run();
        var apart = Next(market, Panels(market), [1, 1, 1], 0, 20_000);
        var merged = BertrandStep.Next(
            market, Vendors(market).SetItem(1, Vendors(market)[1] with { Status = VendorStatus.Merged, MergedInto = 0 }), Panels(market), Posted(market), [1, 1, 1], 0, new(0, 20_000, 0));
        var withoutIncome = ThreeVendors.OwnedBy(0, 0, 2).Run();
        Assert.True(merged > apart);
        Assert.True(merged > Next(withoutIncome, Panels(withoutIncome), [1, 1, 1], 0, 20_000));
    }

    /// <summary>Four products, α = 1.5 per 100 USD, worth 4, 3, 2.5 and 2: the known prices, reached by trading.</summary>
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, new[] { 20_080, 16_480, 14_165, 12_734 })]
    [InlineData(new[] { 0, 1, 1, 3 }, new[] { 20_451, 18_141, 16_141, 12_869 })]
    public void Trading_leads_to_the_textbook_prices(int[] owners, int[] expected)
    {
        double[] costs = [10_000, 8_000, 6_000, 5_000];
        var definition = PlainMarket.Of([150, 150, 150, 150], [0, 0, 0, 0, 1]).OwnedBy(owners)
            .With(v => v with { Price = v.Price with { Conduct = 1 } })
            .With(s => s with
            {
                Customers = 100, ContractQuarters = 1, Innovation = 1, PriceTaste = new(Math.Log(1.5), 0), QualityTaste = new(1, 0), OpennessTaste = new(0, 0),
                SwitchingCost = new(0, 0), SeatsSpread = 0, StandsFor = 100_000, Liking = [4, 3, 2.5, 2],
            });
        definition = definition with { Quarters = 80, Products = [.. definition.Products.Select((p, j) => p with { UnitCostCents = costs[j] })] };
        using var run = new MarketRun(new RunDefinition(definition, definition, 1, 0));
        var last = run.ToTheEnd().Last();
        for (var j = 0; j < 4; j++) Assert.InRange(last.Closed.PostedCents[j], expected[j] - 1, expected[j] + 1);
    }

    private static void AssertRest(MarketDefinition definition)
    {
        var market = definition.Run();
        var panels = Panels(market);
        var conduct = ImpliedConduct.InForce(market, panels);
        for (var j = 0; j < market.None; j++)
        {
            Assert.InRange(conduct[j], 0.01, 10);
            Assert.Equal(definition.Products[j].PriceCents, Next(market, panels, conduct, j, definition.Products[j].PriceCents), 1e-6);
        }
    }

    private static double Next(Market market, ImmutableArray<PanelFigures> panels, ImmutableArray<double> conduct, int product, double cents) =>
        BertrandStep.Next(market, Vendors(market), panels, Posted(market), conduct, market.Definition.Products[product].Vendor, new ProductPrice(product, cents, 0));

    private static ImmutableArray<VendorState> Vendors(Market market) => [.. market.Definition.Vendors.Select(_ => new VendorState(VendorStatus.Active, -1, 0, [], [], []))];

    private static ImmutableArray<long> Posted(Market market) => [.. market.Definition.Products.Select(p => p.PriceCents)];

    private static ImmutableArray<PanelFigures> Panels(Market market) => [MarketOpening.Panel(market, 0, Likings.Solve(market, 0))];
}
