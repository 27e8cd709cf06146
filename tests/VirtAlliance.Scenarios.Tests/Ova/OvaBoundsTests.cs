namespace VirtAlliance.Scenarios.Tests.Ova;

/// <summary>Nothing in ova-2011 runs away, in either arm.</summary>
public sealed class OvaBoundsTests(OvaRuns runs) : IClassFixture<OvaRuns>
{
    private IEnumerable<OvaRun> Arms => [runs.With, runs.Without];

    [Fact]
    public void No_product_on_offer_at_the_start_ever_has_the_whole_market_or_nothing_of_it()
    {
        foreach (var run in Arms)
            for (var t = 0; t < run.Quarters.Length; t++)
            {
                var seats = run.Seats(t)[..^1];
                Assert.All(run.Market.Products.Index().Where(p => p.Item.Enters == 0), p => Assert.InRange((double)seats[p.Index] / seats.Sum(), 0.0005, 0.95));
            }
    }

    [Fact]
    public void Prices_stay_between_unit_cost_and_five_times_the_opening_price()
    {
        foreach (var run in Arms)
            for (var t = 0; t < run.Quarters.Length; t++)
                Assert.All(run.Market.Products.Index(), p => Assert.InRange(run.Price(p.Index, t), p.Item.UnitCostCents, 5 * p.Item.PriceCents));
    }

    [Fact]
    public void Every_figure_is_a_number()
    {
        foreach (var run in Arms)
        {
            Assert.All(run.Opening.Likings, segment => Assert.All(segment, liking => Assert.True(double.IsFinite(liking))));
            Assert.All(run.Opening.Conduct, conduct => Assert.True(double.IsFinite(conduct)));
            Assert.All(run.Quarters, q =>
            {
                Assert.All(q.Conditions.Products, p => Assert.True(double.IsFinite(p.Quality) && double.IsFinite(p.Marketing)));
                Assert.All(q.Conditions.Technologies, k => Assert.True(double.IsFinite(k.Network)));
                Assert.All(q.Closed.Technologies, k => Assert.True(double.IsFinite(k.KnowledgeUsd) && double.IsFinite(k.Quality)));
            });
        }
    }

    [Fact]
    public void Conduct_lies_between_cost_pricing_and_a_static_oligopolist()
    {
        Assert.All(runs.With.Market.Products.Index().Where(p => p.Item.Enters == 0), p => Assert.InRange(runs.With.Opening.Conduct[p.Index], 0.1, 1));
    }

    [Fact]
    public void Arms_are_one_market_until_the_alliance_is_founded()
    {
        for (var t = 0; t < runs.With.At("2011-Q2"); t++) Assert.Equal(runs.Without.Seats(t), runs.With.Seats(t));
        Assert.NotEqual(runs.Without.Seats(28), runs.With.Seats(28));
    }

    [Fact]
    public void Only_vSphere_carries_surcharges_and_they_end_when_vRAM_does()
    {
        foreach (var quarter in runs.With.Quarters)
        {
            var (vram, conditions) = (quarter.Conditions.Quarter - runs.With.At("2011-Q3") is >= 0 and < 5, quarter.Conditions);
            foreach (var (product, j) in runs.With.Market.Products.Select((p, j) => (p, j)))
                Assert.Equal(vram && product.Id == "vsphere", conditions.Segments.Any(s => s.PriceCents[j] != conditions.Products[j].PriceCents));
        }
    }
}
