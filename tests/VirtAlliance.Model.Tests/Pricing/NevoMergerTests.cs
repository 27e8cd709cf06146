using System.Globalization;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Pricing;

namespace VirtAlliance.Model.Tests.Pricing;

/// <summary>Nevo's fake cereal market C01Q1 as PyBLP 1.2.0 works it out: 24 products, 20 agents, firms 1 and 2 merging.</summary>
public sealed class NevoMergerTests
{
    private const string ProductFile = "external-data/pyblp-nevo-c01q1-products.csv";
    private const string AgentFile = "external-data/pyblp-nevo-c01q1-agents.csv";
    private const int FirmId = 1, Share = 2, Price = 3, Sugar = 4, Mushy = 5, Delta = 6, OwnElasticity = 7, Cost = 8, PriceAfter = 10, ShareAfter = 11;

    [ExternalDataFact(ProductFile)]
    public void Shares_follow_from_mean_utilities()
    {
        var response = Demand().At(Column(Price));
        for (var j = 0; j < 24; j++) Assert.Equal(Column(Share)[j], response.Demand[j], 1e-12);
    }

    [ExternalDataFact(ProductFile)]
    public void Own_elasticities_agree()
    {
        var (response, prices) = (Demand().At(Column(Price)), Column(Price));
        for (var j = 0; j < 24; j++) Assert.Equal(Column(OwnElasticity)[j], response.Elasticity(j, j, prices[j]), 1e-9);
    }

    [ExternalDataFact(ProductFile)]
    public void Costs_follow_from_prices()
    {
        var costs = BertrandPricing.UnitCosts(Demand(), OwnershipWeights.ByOwner(Firms()), Column(Price));
        for (var j = 0; j < 24; j++) Assert.Equal(Column(Cost)[j], costs[j], 1e-8);
    }

    [ExternalDataFact(ProductFile)]
    public void Prices_and_shares_after_the_merger_agree()
    {
        var demand = Demand();
        var owners = OwnershipWeights.ByOwner([.. Firms().Select(f => f == 2 ? 1 : f)]);
        var prices = BertrandPricing.FixedPoint(demand, owners, Column(Cost));
        var after = demand.At(prices.AsSpan());
        for (var j = 0; j < 24; j++)
        {
            Assert.Equal(Column(PriceAfter)[j], prices[j], 1e-8);
            Assert.Equal(Column(ShareAfter)[j], after.Demand[j], 1e-8);
        }
        Assert.Equal(0.0236722197181, demand.Surplus(Column(Price)), 1e-9);
        Assert.Equal(0.0205471317081, demand.Surplus(prices.AsSpan()), 1e-9);
    }

    /// <summary>Shares of the inside goods; profit of all firms together.</summary>
    [ExternalDataFact(ProductFile)]
    public void Concentration_and_profit_before_and_after_agree()
    {
        var after = Firms().Select(f => f == 2 ? 1 : f).ToArray();
        Assert.Equal(3593.03842146, Herfindahl(Column(Share), Firms()), 1e-4);
        Assert.Equal(5646.46513225, Herfindahl(Column(ShareAfter), after), 1e-4);
        Assert.Equal(0.0167983672996, Profit(Column(Price), Column(Share)), 1e-9);
        var prices = BertrandPricing.FixedPoint(Demand(), OwnershipWeights.ByOwner(after), Column(Cost));
        Assert.Equal(0.0177589080531, Profit([.. prices], [.. Demand().At(prices.AsSpan()).Demand]), 1e-9);
    }

    private static double Herfindahl(double[] shares, int[] firms) =>
        MarketShares.Herfindahl([.. firms.Distinct().Select(f => shares.Where((_, j) => firms[j] == f).Sum() / shares.Sum())]);

    private static double Profit(double[] prices, double[] shares) => prices.Select((p, j) => (p - Column(Cost)[j]) * shares[j]).Sum();

    private static double[] Column(int column) => Column(ProductFile, column);

    private static double[] Column(string file, int column) =>
        [.. ExternalDataFactAttribute.Rows(file).Select(r => double.Parse(r[column], CultureInfo.InvariantCulture))];

    private static int[] Firms() => [.. Column(FirmId).Select(f => (int)f)];

    /// <summary>Columns of agents: weight, four nodes, income, its square, age, child. Tastes for a constant, price, sugar and mushiness.</summary>
    private static MixedLogit Demand()
    {
        var agents = ExternalDataFactAttribute.Rows(AgentFile).Select(r => r.Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var (delta, price, sugar, mushy) = (Column(Delta), Column(Price), Column(Sugar), Column(Mushy));
        var constant = agents.Select(a => 0.558094 * a[1] + 2.291971 * a[5] + 1.284432 * a[7]).ToArray();
        var onPrice = agents.Select(a => 3.312489 * a[2] + 588.325089 * a[5] - 30.192013 * a[6] + 11.054628 * a[8]).ToArray();
        var onSugar = agents.Select(a => -0.005784 * a[3] - 0.384954 * a[5] + 0.052234 * a[7]).ToArray();
        var onMushy = agents.Select(a => 0.093414 * a[4] + 0.748372 * a[5] - 1.353393 * a[7]).ToArray();
        const double meanOnPrice = -62.729895;
        return new MixedLogit(
            [.. agents.Select(a => a[0])],
            [.. onPrice.Select(p => -(meanOnPrice + p))],
            [.. agents.SelectMany((_, i) => delta.Select((d, j) => d - meanOnPrice * price[j] + constant[i] + onSugar[i] * sugar[j] + onMushy[i] * mushy[j]))]);
    }
}
