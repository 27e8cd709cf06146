using VirtAlliance.Model.Pricing;

namespace VirtAlliance.Model.Tests.Pricing;

/// <summary>Known answers of the plain logit, worth of none 0, worked out at 30 digits.</summary>
public sealed class BertrandPricingTests
{
    [Theory]
    [InlineData(1, 1, 0, 1.56714329040978, 0.361896256634889)]
    [InlineData(3, 2, 0.5, 1.5, 0.5)]
    [InlineData(0, 1, 0, 1.27846454276107, 0.2178117057198)]
    [InlineData(10, 1, 2, 8.32717830137109, 0.841951664333009)]
    public void A_monopoly_prices_by_the_Lambert_function(double worth, double sensitivity, double cost, double price, double share)
    {
        var demand = new MixedLogit([1], [sensitivity], [worth]);
        var prices = BertrandPricing.FixedPoint(demand, OwnershipWeights.ByOwner(0), [cost]);
        Assert.Equal(price, prices[0], 1e-9);
        Assert.Equal(share, demand.At(prices.AsSpan()).Demand[0], 1e-9);
    }

    [Theory]
    [InlineData(2, 1.40105813754155, 0.286253744077522, 0.849818506910879)]
    [InlineData(3, 1.2986789368322, 0.229986741419517, 1.17105468089044)]
    [InlineData(5, 1.19188230694005, 0.160990985286686, 1.6345246006334)]
    public void Equal_rivals_meet_at_one_price(int rivals, double price, double share, double surplus)
    {
        var demand = new MixedLogit([1], [1], [.. Enumerable.Repeat(1.0, rivals)]);
        var prices = BertrandPricing.FixedPoint(demand, OwnershipWeights.ByOwner([.. Enumerable.Range(0, rivals)]), new double[rivals]);
        var response = demand.At(prices.AsSpan());
        for (var j = 0; j < rivals; j++)
        {
            Assert.Equal(price, prices[j], 1e-9);
            Assert.Equal(share, response.Demand[j], 1e-9);
        }
        Assert.Equal(surplus, demand.Surplus(prices.AsSpan()), 1e-9);
    }

    public static TheoryData<int[], double[], double[], double> Mergers => new()
    {
        { [0, 1, 2, 3], [2.00802975441928, 1.64796265029909, 1.41649880515895, 1.27335836442336], [0.338643860715473, 0.213801850315547, 0.183505643297442, 0.137958936845849], 1.38050776703829 },
        { [0, 1, 1, 2], [2.04507643495403, 1.81407637746689, 1.61407637746689, 1.28690747417816], [0.362088126409633, 0.188366156868392, 0.154221165467264, 0.152801709803399], 1.29883533415484 },
    };

    [Theory]
    [MemberData(nameof(Mergers))]
    public void Four_products_under_different_owners(int[] owners, double[] expected, double[] shares, double surplus)
    {
        var demand = FourProducts();
        var prices = BertrandPricing.FixedPoint(demand, OwnershipWeights.ByOwner(owners), FourCosts);
        var response = demand.At(prices.AsSpan());
        for (var j = 0; j < 4; j++)
        {
            Assert.Equal(expected[j], prices[j], 1e-9);
            Assert.Equal(shares[j], response.Demand[j], 1e-9);
        }
        Assert.Equal(surplus, demand.Surplus(prices.AsSpan()), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Mergers))]
    public void Costs_are_found_again_from_prices(int[] owners, double[] prices, double[] shares, double surplus)
    {
        Assert.True(surplus > 0 && shares.Length == 4);
        var costs = BertrandPricing.UnitCosts(FourProducts(), OwnershipWeights.ByOwner(owners), prices);
        for (var j = 0; j < 4; j++) Assert.Equal(FourCosts[j], costs[j], 1e-9);
    }

    [Fact]
    public void Demand_that_no_price_deters_has_no_fixed_point() =>
        Assert.Equal(0, Assert.Single(Assert.Throws<PricingDivergedException>(
            () => BertrandPricing.FixedPoint(new MixedLogit([1], [0], [1]), OwnershipWeights.ByOwner(0), [1])).Products));

    private static readonly double[] FourCosts = [1, 0.8, 0.6, 0.5];

    private static MixedLogit FourProducts() => new([1], [1.5], [4, 3, 2.5, 2]);
}
