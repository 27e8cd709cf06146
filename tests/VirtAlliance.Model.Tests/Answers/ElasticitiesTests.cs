using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Tests.Answers;

public sealed class ElasticitiesTests
{
    private static readonly ImmutableArray<long> Prices = [20_000, 10_000, 5_000];

    /// <summary>A plain logit with α = 0.8 per 100 USD, a thousand seat-quarters, and shares 0.4, 0.3, 0 and 0.3 for none.</summary>
    private static PanelFigures Panel(double seatQuarters = 1000)
    {
        double[] shares = [0.4, 0.3, 0];
        return new PanelFigures(
            [.. shares.Select(s => (long)Math.Round(1e3 * seatQuarters * s))],
            [.. shares.Select(s => (long)Math.Round(1e6 * seatQuarters * 0.8 * s))],
            [.. shares.SelectMany(s => shares.Select(t => (long)Math.Round(1e6 * seatQuarters * 0.8 * s * t)))],
            0);
    }

    [Fact]
    public void They_are_those_of_the_logit()
    {
        var rows = Elasticities.Of([Panel(), Panel(3000)], Prices);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], rows.Select(r => (r.Product, r.WithRespectTo)));
        double[] expected = [-0.8 * 2 * 0.6, 0.8 * 1 * 0.3, 0.8 * 2 * 0.4, -0.8 * 1 * 0.7];
        double[] diversions = [0.3 / 0.6, 0.3 / 0.6, 0.4 / 0.7, 0.3 / 0.7];
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], rows[i].Elasticity, 1e-12);
            Assert.Equal(diversions[i], rows[i].Diversion, 1e-12);
        }
    }

    [Fact]
    public void What_a_product_loses_goes_to_the_others_or_to_none() =>
        Assert.All(Elasticities.Of([Panel()], Prices).GroupBy(r => r.Product), rows => Assert.Equal(1, rows.Sum(r => r.Diversion), 1e-12));

    [Fact]
    public void The_market_loses_what_none_gains() =>
        Assert.Equal(-0.8 * 0.3 * (2 * 0.4 + 1 * 0.3) / 0.7, Elasticities.OfMarket([Panel()], Prices), 1e-12);
}
