using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Pricing;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Tests.Opening;

public sealed class MarketOpeningTests
{
    private static readonly double[] Shares = [0.3, 0.15, 0.05, 0.5];

    private static MarketDefinition Definition => PlainMarket.Of([200, 120, 60], Shares).With(s => s with { Customers = 60_000, Innovation = 0.02 });

    [Fact]
    public void The_opening_reproduces_the_stated_shares_within_sampling_error()
    {
        using var run = new MarketRun(new RunDefinition(Definition, Definition, 7, 0));
        var customers = run.Opening.Initial.Segments[0].Customers;
        for (var j = 0; j < 4; j++) Assert.InRange(customers[j], Spread(Shares[j], -4), Spread(Shares[j], 4));
    }

    [Fact]
    public void A_product_without_a_share_starts_with_nobody_and_can_be_had_at_once()
    {
        var definition = PlainMarket.Of([200, 120, 60], [0.3, 0.2, 0, 0.5]).With(s => s with { Liking = [null, null, 1] });
        using var run = new MarketRun(new RunDefinition(definition, definition, 7, 0));
        Assert.Equal(0, run.Opening.Initial.Segments[0].Customers[2]);
        Assert.True(run.Opening.Initial.Panels[0].DemandMilli[2] > 0);
        Assert.True(run.Advance().Closed.Segments[0].OrderedSeats[2] > 0);
    }

    [Fact]
    public void Quarter_by_quarter_prices_of_a_market_at_rest_hardly_move()
    {
        using var run = new MarketRun(new RunDefinition(Definition, Definition, 7, 0));
        foreach (var record in run.ToTheEnd())
            for (var j = 0; j < 3; j++) Assert.InRange(record.Closed.PostedCents[j] / (double)Definition.Products[j].PriceCents, 0.95, 1.05);
    }

    [Fact]
    public void Vendors_start_active_with_their_cash_and_the_stated_prices_of_what_they_own()
    {
        var definition = Definition.OwnedBy(2, 1, 2).With(v => v with { CashCents = 77 });
        using var run = new MarketRun(new RunDefinition(definition, definition, 7, 0));
        var vendors = run.Opening.Initial.Vendors;
        Assert.All(vendors, v => Assert.Equal((VendorStatus.Active, 77L), (v.Status, v.CashCents)));
        Assert.Equal<ProductPrice>([new ProductPrice(0, 20_000, 0), new ProductPrice(2, 6_000, 0)], vendors[2].Prices);
        Assert.Empty(vendors[0].Prices);
    }

    [Fact]
    public void An_arm_that_removes_a_product_or_a_segment_leaves_the_others_their_likings_and_conduct()
    {
        var opening = Definition with { Segments = [Definition.Segments[0] with { Id = "a" }, Definition.Segments[0] with { Id = "b" }] };
        opening = opening.With(v => v with { Channels = [0, 0] });
        var arm = opening with
        {
            Products = [opening.Products[0], opening.Products[2]],
            Segments = [opening.Segments[1] with { Shares = [0.3, 0.05, 0.65], Reach = [1, 1], Liking = [null, null] }],
            Vendors = [.. opening.Vendors.Select(v => v with { Channels = [0], ProductComplementCents = [0, 0] })],
        };
        using var whole = new MarketRun(new RunDefinition(opening, opening, 7, 0));
        using var part = new MarketRun(new RunDefinition(arm, opening, 7, 0));
        Assert.Equal(whole.Opening.Likings.SelectMany(l => l), part.Opening.Likings.SelectMany(l => l));
        Assert.Equal<double>([whole.Opening.Conduct[0], whole.Opening.Conduct[2]], part.Opening.Conduct);
        Assert.Equal(whole.Opening.Initial.Segments[1].Customers[0], part.Opening.Initial.Segments[0].Customers[0]);
        Assert.Equal(2, part.ToTheEnd().Last().Closed.Panels[0].DemandMilli.Length);
    }

    [Fact]
    public void The_report_tells_conduct_elasticity_and_the_chance_of_a_trial()
    {
        var report = OpeningReport.Of(Definition.Run());
        Assert.All(report.Conduct, c => Assert.Equal(ConductBasis.OpeningPrice, c.Basis));
        Assert.InRange(report.MarketElasticity, -3, -0.1);
        Assert.InRange(report.TrialSuccess[0], 0.5, 0.95);
    }

    private static long Spread(double share, double deviations) =>
        (long)Math.Round(60_000 * share + deviations * Math.Sqrt(60_000 * share * (1 - share)));
}
