using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Partnership.Rules;
using VirtAlliance.Model.Pricing.Rules;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

/// <summary>How a rule is added to the model's: a class, and one line before the first scenario is read. Scenarios then call it by its name.</summary>
public sealed class OwnRulesTests
{
    [ModuleInitializer]
    internal static void Add()
    {
        PriceRules.Known.Add("skim", new SkimmingPrices());
        PartnershipRules.Known.Add("crowd", new CrowdPartnership());
    }

    private const string Scenario = """
        scenario: own-rules
        starts: 2020-Q1
        quarters: 5
        technologies: { free: { openness: 1 } }
        vendors:
          first: { price: { rule: skim, share: 0.9 } }
          second: {}
          third: { partnership: { rule: crowd, every-quarters: 1 } }
        products:
          alpha: { vendor: first, technology: free, price-usd: 100, unit-cost-usd: 80 }
        segments:
          firms: { customers: 500, shares: { alpha: 0.5, none: 0.5 } }
        alliances:
          large: { technology: free, leader: first, members: [second] }
          small: { technology: free, leader: third, founded: never }
        """;

    [Fact]
    public void A_price_rule_of_ones_own_sets_prices() =>
        Assert.Equal([10_000, 9_000, 8_100, 8_000, 8_000], Run().Select(q => q.Conditions.Products[0].PriceCents));

    [Fact]
    public void A_partnership_rule_of_ones_own_chooses_alliances()
    {
        var quarters = Run();
        Assert.Equal([2, 3, 3, 3, 3], quarters.Select(q => q.Closed.Alliances[0].Members.Length));
        Assert.Equal([MessageKind.Application, MessageKind.Admission], quarters[1].Messages.Select(m => m.Kind));
    }

    [Fact]
    public void A_name_is_given_once_and_is_a_name()
    {
        Assert.Throws<ArgumentException>(() => PriceRules.Known.Add("bertrand", new SkimmingPrices()));
        Assert.Throws<ArgumentException>(() => PartnershipRules.Known.Add("two words", new CrowdPartnership()));
    }

    private static QuarterRecord[] Run()
    {
        using var run = new MarketRun(StudyPlan.Expand(new StudyRequest { Name = "own-rules.yaml", Text = Scenario }).Runs[0].Definition);
        return [.. run.ToTheEnd()];
    }

    /// <summary>Starts high and comes down by a share a quarter, as far as unit cost.</summary>
    private sealed class SkimmingPrices : IPriceRule
    {
        public double NextCents(PriceQuestion asked) => Math.Max(asked.Product.UnitCostCents, asked.Price.ExactCents * asked.Terms.Share);
    }

    /// <summary>Joins the alliance with the most members, if it belongs to none.</summary>
    private sealed class CrowdPartnership : IPartnershipRule
    {
        public bool NeedsSurvey => false;

        public ImmutableArray<PartnershipMessage> Decide(PartnershipQuestion asked)
        {
            var alliances = asked.Opened.Alliances;
            if (alliances.Any(a => a.Has(asked.Vendor))) return [];
            var joins = PartnershipMoves.Of(asked).Where(move => move[0].Kind == MessageKind.Application);
            return joins.OrderByDescending(join => alliances.First(a => a.Id == join[0].Alliance).Members.Length).FirstOrDefault([]);
        }
    }
}
