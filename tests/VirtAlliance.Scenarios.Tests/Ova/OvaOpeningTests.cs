using VirtAlliance.Model;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Scenarios.Tests.Ova;

/// <summary>The start of ova-2011: shares as stated, prices at rest, no jump when trading begins.</summary>
public sealed class OvaOpeningTests(OvaRuns runs) : IClassFixture<OvaRuns>
{
    [Fact]
    public void Stated_shares_are_reproduced_within_sampling_error()
    {
        foreach (var (segment, totals) in runs.With.Market.Segments.Zip(runs.With.Opening.Initial.Segments))
            for (var j = 0; j < segment.Shares.Length; j++)
            {
                var error = 4 * Math.Sqrt(segment.Shares[j] * (1 - segment.Shares[j]) / segment.Customers);
                Assert.InRange((double)totals.Customers[j] / segment.Customers, segment.Shares[j] - error, segment.Shares[j] + error);
            }
    }

    [Fact]
    public void Segments_stand_for_thirty_four_million_workloads_and_customers_for_about_as_many_each()
    {
        var totals = runs.With.Opening.Initial.Segments;
        var seats = runs.With.Market.Segments.Select((s, i) => (double)s.StandsFor * totals[i].Seats.Sum()).ToArray();
        Assert.InRange(seats.Sum(), 33e6, 36e6);
        Assert.All(seats.Zip(runs.With.Market.Segments), s => Assert.InRange(s.First / s.Second.Customers, 390, 440));
    }

    [Fact]
    public void Opening_prices_of_vendors_that_price_by_best_reply_rest()
    {
        var run = runs.Quiet;
        var priced = run.Market.Products.Select((p, j) => (p, j)).Where(x => run.Market.Vendors[x.p.Vendor].Price.Kind == PriceRuleKind.Bertrand).ToArray();
        Assert.Equal(["vsphere", "rhev"], priced.Select(x => x.p.Id));
        Assert.All(priced, x => Assert.InRange((double)run.Price(x.j, 1) / x.p.PriceCents, 0.99, 1.01));
    }

    /// <summary>With the scenario's own seed: a quarter's rate, some 2 %, has a standard error of a tenth of a point, as large as the differences between quarters.</summary>
    [Fact]
    public void As_many_switch_in_the_first_quarter_as_in_those_that_follow()
    {
        var rates = SwitchingRates(runs.Quiet, quarters: 8);
        Assert.InRange(rates[0], rates[1..].Min(), rates[1..].Max());
    }

    /// <summary>Per quarter, of customers with a product those that changed it or gave it up.</summary>
    private static double[] SwitchingRates(OvaRun run, int quarters)
    {
        var market = new Market(run.Definition);
        var blocks = market.Territories.SelectMany(t => t).Select(b => CustomerBlock.Birth(market, b, run.Opening.Likings[b.Segment])).ToArray();
        var rates = Enumerable.Range(0, quarters).Select(t => SwitchingRate(run, blocks, t)).ToArray();
        foreach (var block in blocks) block.Dispose();
        return rates;
    }

    private static double SwitchingRate(OvaRun run, CustomerBlock[] blocks, int quarter)
    {
        var (held, left) = (0, 0);
        foreach (var block in blocks)
        {
            var before = block.Products.ToArray();
            block.Choose(run.Quarters[quarter].Conditions);
            for (var i = 0; i < before.Length; i++)
            {
                if (before[i] >= run.Market.Products.Length) continue;
                held++;
                if (block.Products[i] != before[i]) left++;
            }
        }
        return (double)left / held;
    }
}
