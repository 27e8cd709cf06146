using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Tests.Demand;

public sealed class PriceResponseTests
{
    private static readonly double[] Prices = [20_000, 10_000, 5_000];
    private static readonly double[] Shares = [0.4, 0.3, 0];

    /// <summary>A plain logit with α = 0.8 per 100 USD and a share of 0.3 for none, from two panels.</summary>
    private static readonly PriceResponse Response = PriceResponse.Of([Panel(1000), Panel(3000)]);

    [Fact]
    public void Elasticities_are_those_of_the_logit()
    {
        Assert.Equal(-0.8 * 2 * 0.6, Response.Elasticity(0, 0, Prices[0]), 1e-12);
        Assert.Equal(0.8 * 1 * 0.3, Response.Elasticity(0, 1, Prices[1]), 1e-12);
        Assert.Equal(0.8 * 2 * 0.4, Response.Elasticity(1, 0, Prices[0]), 1e-12);
    }

    [Fact]
    public void What_a_product_loses_goes_to_the_others_by_their_shares_or_to_none()
    {
        Assert.Equal(0.3 / 0.6, Response.Diversion(0, 1), 1e-12);
        Assert.Equal(0.4 / 0.7, Response.Diversion(1, 0), 1e-12);
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(l => Response.Diversion(0, l)), 1e-12);
    }

    [Fact]
    public void The_market_loses_what_none_gains() =>
        Assert.Equal(-0.8 * 0.3 * (2 * 0.4 + 1 * 0.3) / 0.7, Response.MarketElasticity(Prices), 1e-12);

    private static PanelFigures Panel(double seatQuarters) => new(
        [.. Shares.Select(s => (long)Math.Round(1e3 * seatQuarters * s))],
        [.. Shares.Select(s => (long)Math.Round(1e6 * seatQuarters * 0.8 * s))],
        [.. Shares.SelectMany(s => Shares.Select(t => (long)Math.Round(1e6 * seatQuarters * 0.8 * s * t)))],
        0);
}
