using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Pricing;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.KnownAnswers;

/// <summary>The table of known answers, row by row where a class of the product gives the figure itself; the page on known answers says what becomes of every group.</summary>
public sealed class AnalyticTests
{
    private const double Exact = 1e-9;

    [ExternalDataFact(AnalyticRow.File)]
    public void The_page_says_of_every_group_of_the_table_how_it_is_held_to_or_why_not()
    {
        var page = File.ReadLines(Path.Combine(ExternalDataFactAttribute.Root, "src", "VirtAlliance.Model", "known-answers.md"));
        var known = page.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Skip(2).ToArray();
        Assert.Equal(AnalyticRow.All().Select(r => r.Group).Distinct().Order(), known.Select(k => k[1]).Order());
        Assert.All(known, k => Assert.True(k[2] is "engine" or "class" or "engine, class" or "left out" && k[3].Length > 0, k[1]));
    }

    [ExternalDataFact(AnalyticRow.File)]
    public void Shares_and_worth_of_a_plain_logit()
    {
        var rows = AnalyticRow.Of("logit shares");
        var demand = new MixedLogit([1], [1], [.. rows[0].List("V")]);
        var shares = demand.At(new double[3]).Demand;
        Each(rows, r => r.Output switch { "logsum" => demand.Surplus(new double[3]), "s0" => 1 - shares.Sum(), _ => shares[r.Output[1] - '1'] });
    }

    /// <summary>Adopters are those without that come to the market, which is what the model reckons; their density is largest where it should be.</summary>
    [ExternalDataFact(AnalyticRow.File)]
    public void Density_of_adopters()
    {
        var rows = AnalyticRow.Of("Bass");
        foreach (var (share, density) in rows.Where(r => r.Output == "F").Zip(rows.Where(r => r.Output == "f"))) Assert.Equal(density.Number, Density(share.Number), 1e-7);
        var (peak, highest) = (rows.Single(r => r.Output == "F at peak").Number, rows.Single(r => r.Output == "peak f").Number);
        Assert.Equal(highest, Density(peak), 1e-7);
        Assert.All([peak - 0.01, peak + 0.01], share => Assert.True(Density(share) < Density(peak)));
    }

    [ExternalDataFact(AnalyticRow.File)]
    public void A_monopoly() => Each(AnalyticRow.Of("monopoly logit (Lambert W)"), r =>
    {
        var (demand, cost) = (new MixedLogit([1], [r.In("b")], [r.In("a")]), r.In("c"));
        var price = BertrandPricing.FixedPoint(demand, OwnershipWeights.ByOwner(0), [cost])[0];
        var share = demand.At([price]).Demand[0];
        return r.Output switch { "price" => price, "share" => share, "profit" => (price - cost) * share, _ => r.In("b") * (price - cost) - 1 };
    });

    [ExternalDataFact(AnalyticRow.File)]
    public void Equal_rivals() => Each(AnalyticRow.Of("symmetric logit Bertrand"), r =>
    {
        var (n, cost) = ((int)r.In("n"), r.In("c"));
        var demand = new MixedLogit([1], [r.In("b")], [.. Enumerable.Repeat(r.In("a"), n)]);
        var prices = BertrandPricing.FixedPoint(demand, OwnershipWeights.ByOwner([.. Enumerable.Range(0, n)]), [.. Enumerable.Repeat(cost, n)]);
        var shares = demand.At(prices.AsSpan()).Demand;
        return r.Output switch
        {
            "price" => prices[0], "share each" => shares[0], "outside share" => 1 - shares.Sum(), "profit each" => (prices[0] - cost) * shares[0], _ => demand.Surplus(prices.AsSpan()),
        };
    });

    [ExternalDataFact(AnalyticRow.File)]
    public void A_merger_among_four_products() => Each(AnalyticRow.Of("logit merger, 4 products"), r =>
    {
        var demand = new MixedLogit([1], [r.In("b")], [.. r.List("a")]);
        var owners = r.Input.EndsWith("A|BC|D", StringComparison.Ordinal) ? new[] { 0, 1, 1, 2 } : [0, 1, 2, 3];
        var prices = BertrandPricing.FixedPoint(demand, OwnershipWeights.ByOwner(owners), r.List("c"));
        var shares = demand.At(prices.AsSpan()).Demand;
        return r.Output switch
        {
            "consumer surplus" => demand.Surplus(prices.AsSpan()), "s0" => 1 - shares.Sum(), ['p', var j] => prices[j - '1'], _ => shares[r.Output[1] - '1'],
        };
    });

    /// <summary>What the scenarios of loyalty and of networks expect is what the table says; the repeat rate follows from staying and from shares.</summary>
    [ExternalDataFact(AnalyticRow.File)]
    public void Scenarios_of_loyalty_and_of_networks_expect_the_tables_figures()
    {
        foreach (var market in AnalyticRow.Of("two-brand logit with loyalty").GroupBy(r => (V: r.In("v"), Lambda: r.In("lambda"))))
        {
            double Row(string output) => market.Single(r => r.Output == output).Number;
            Assert.Equal([Row("stay with A"), Row("stay with B"), Row("long-run share A")], LoyaltyAnswers.Expected(market.Key.V, market.Key.Lambda));
            Assert.Equal(Row("repeat rate"), Row("long-run share A") * Row("stay with A") + (1 - Row("long-run share A")) * Row("stay with B"), Exact);
        }
        foreach (var row in AnalyticRow.Of("network logit s=1/(1+exp(-(v+g(2s-1))))").Where(r => r.In("g") > 2))
        {
            var points = row.Value.Split(';').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal([points[0], points[2]], NetworkAnswers.Expected(row.In("v"), row.In("g")));
        }
    }

    private static double Density(double adopted)
    {
        const int Customers = 1_000_000_000;
        var segment = new Segment { Id = "all", Customers = 1, Innovation = 0.03, Imitation = 0.38, FranchiseShares = [], Reach = [], Shares = [], Liking = [] };
        var conditions = new SegmentConditions(Customers, (long)Math.Round(adopted * Customers), Customers, [], []);
        return Adoption.TrialProbability(segment, conditions) * (1 - adopted);
    }

    private static void Each(AnalyticRow[] rows, Func<AnalyticRow, double> found)
    {
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(r.Number, found(r), Exact));
    }
}
