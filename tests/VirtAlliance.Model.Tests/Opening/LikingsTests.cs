using CsCheck;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Model.Tests.Opening;

public sealed class LikingsTests
{
    private static readonly double[] Prices = [200, 120, 60];
    private static readonly double[] Shares = [0.3, 0.15, 0.05, 0.5];

    [Fact]
    public void Mean_choice_probabilities_of_the_panel_equal_the_shares_among_those_with_a_product()
    {
        var market = PlainMarket.Of(Prices, Shares).Run();
        var likings = Likings.Solve(market, 0);
        var means = MeanChances(market, j => likings[j]);
        for (var j = 0; j < 3; j++) Assert.Equal(Shares[j] / 0.5, means[j], 1e-12);
    }

    /// <summary>With spreads up to 1.2: where few of many customers would buy anything but the cheapest, the contraction needs more steps than it may take, and says so.</summary>
    [Fact]
    public void Any_shares_are_reached() => Gen.Select(Gen.Double[0.0001, 1].Array[2, 9], Gen.Double[0, 1.2], Gen.UInt[0, 1000]).Sample(
        (weights, spread, seed) =>
        {
            var shares = weights.Select(w => 0.6 * w / weights.Sum()).Append(0.4).ToArray();
            var definition = PlainMarket.Of([.. weights.Select((_, j) => 50.0 + 40 * j)], shares)
                .With(s => s with { Customers = 500, PriceTaste = new Taste(0.5, spread), QualityTaste = new Taste(1, spread) });
            definition = definition with { Products = [.. definition.Products.Select((p, j) => p with { Quality = j % 3 })] };
            var market = definition.Run(seed);
            var likings = Likings.Solve(market, 0);
            var means = MeanChances(market, j => likings[j]);
            return Enumerable.Range(0, weights.Length).All(j => Math.Abs(means[j] / (shares[j] / 0.6) - 1) < 1e-11);
        },
        iter: 60);

    [Fact]
    public void The_share_weighted_mean_utility_is_the_inside_value()
    {
        var market = PlainMarket.Of(Prices, Shares).With(s => s with { InsideValue = 1.25 }).Run();
        var likings = Likings.Solve(market, 0);
        var utilities = Members(market).Select(m => Utilities(market, m, j => likings[j])).ToArray();
        Assert.Equal(1.25, Enumerable.Range(0, 3).Sum(j => Shares[j] / 0.5 * utilities.Average(u => u[j])), 1e-11);
    }

    [Fact]
    public void Without_spread_they_differ_by_log_shares_and_by_what_the_model_explains()
    {
        var market = PlainMarket.Of(Prices, Shares)
            .With(s => s with { PriceTaste = new(0, 0), QualityTaste = new(1, 0), OpennessTaste = new(0, 0), Reach = [1, 0.5, 1] }).Run();
        var likings = Likings.Solve(market, 0);
        Assert.Equal(Math.Log(0.3 / 0.15) + (2.0 - 1.2) + Math.Log(0.5), likings[0] - likings[1], 1e-12);
    }

    [Fact]
    public void Stated_ones_are_kept_and_take_no_part()
    {
        var market = PlainMarket.Of([200, 120, 60, 90], [0.3, 0.15, 0.05, 0, 0.5]).With(s => s with { Liking = [null, null, null, -2.5] }).Run();
        var likings = Likings.Solve(market, 0);
        Assert.Equal(-2.5, likings[3]);
        Assert.Equal(Likings.Solve(PlainMarket.Of(Prices, Shares).Run(), 0), likings.Take(3));
    }

    [Fact]
    public void Where_all_are_stated_nothing_is_solved()
    {
        var market = PlainMarket.Of(Prices, [0, 0, 0, 1]).With(s => s with { Liking = [1, 2, 3] }).Run();
        Assert.Equal<double>([1, 2, 3], Likings.Solve(market, 0));
    }

    private static double[] MeanChances(Market market, Func<int, double> liking)
    {
        var chances = Members(market).Select(m =>
        {
            var utilities = Utilities(market, m, liking);
            var odds = utilities.Select(u => Math.Exp(u - utilities.Max())).ToArray();
            return odds.Select(o => o / odds.Sum()).ToArray();
        }).ToArray();
        return [.. Enumerable.Range(0, market.None).Select(j => chances.Average(c => c[j]))];
    }

    private static double[] Utilities(Market market, CustomerBirth m, Func<int, double> liking)
    {
        var segment = market.Definition.Segments[0];
        var alpha = Math.Exp(segment.PriceTaste.Mean + segment.PriceTaste.Spread * m.Z1 / 4096);
        var beta = segment.QualityTaste.Mean + segment.QualityTaste.Spread * m.Z2 / 4096;
        return
        [
            .. market.Definition.Products.Select((p, j) => liking(j) - alpha * p.PriceCents / 1e4 + beta * p.Quality + Math.Log(segment.Reach[j])),
        ];
    }

    private static CustomerBirth[] Members(Market market)
    {
        var segment = market.Definition.Segments[0];
        var layout = PanelLayout.Of(segment);
        var births = new BirthDraws(market, 0);
        return [.. Enumerable.Range(0, layout.Members(segment.Customers)).Select(k => births.Of(k * layout.Stride))];
    }
}
