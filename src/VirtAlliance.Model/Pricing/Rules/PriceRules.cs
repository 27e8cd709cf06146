using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Rules;

namespace VirtAlliance.Model.Pricing.Rules;

/// <summary>The price rules, and when they act.</summary>
public static class PriceRules
{
    /// <summary>By the names that scenarios call them.</summary>
    public static RuleBook<IPriceRule> Known { get; } = new(
        (PriceRule.NameOf(PriceRuleKind.List), new ListPrices()),
        (PriceRule.NameOf(PriceRuleKind.CostPlus), new CostPlusPrices()),
        (PriceRule.NameOf(PriceRuleKind.Follow), new FollowingPrices()),
        (PriceRule.NameOf(PriceRuleKind.Bertrand), new BertrandPrices()));

    /// <summary>The price that the question's becomes. Rules act from quarter 1, and not while an event holds the price.</summary>
    public static ProductPrice Next(PriceQuestion asked) => asked.Quarter == 0 || asked.Quarter < asked.Price.HeldUntil
        ? asked.Price
        : asked.Price with { ExactCents = Math.Max(0, Known[asked.Terms.Name].NextCents(asked)) };
}
