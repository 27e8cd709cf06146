using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Pricing;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Firms;

/// <summary>Where a vendor's rule moves its prices.</summary>
public static class PriceRules
{
    /// <summary>The price that <paramref name="price"/> becomes in <paramref name="quarter"/>. Rules act from quarter 1, and not while an event holds the price.</summary>
    public static ProductPrice Next(Market market, OpeningRecord opening, MarketState opened, int vendor, ProductPrice price, int quarter)
    {
        if (quarter == 0 || quarter < price.HeldUntil) return price;
        var rule = market.Definition.Vendors[vendor].Price;
        return rule.Kind switch
        {
            PriceRuleKind.List => price,
            PriceRuleKind.CostPlus => price with { ExactCents = market.Definition.Products[price.Product].UnitCostCents * (1 + rule.Markup) },
            PriceRuleKind.Follow => price with { ExactCents = opened.PostedCents[rule.FollowedProduct] * rule.Share },
            PriceRuleKind.Bertrand => price with { ExactCents = BestReply(market, opening, opened, vendor, price) },
            _ => throw new InvalidOperationException($"no price rule '{rule.Kind}'"),
        };
    }

    private static double BestReply(Market market, OpeningRecord opening, MarketState opened, int vendor, ProductPrice price) =>
        BertrandStep.Next(market, opened.Vendors, opened.Panels, opened.PostedCents, opening.Conduct, vendor, price);
}
