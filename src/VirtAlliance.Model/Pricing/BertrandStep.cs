using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Pricing;

/// <summary>One quarter's damped step of a <c>bertrand</c> vendor towards its best reply.</summary>
public static class BertrandStep
{
    private const double OneUsd = 100;

    /// <summary>The product's next price, unrounded [cents per seat and quarter], never negative. It stays where its conduct is not positive, or demand does not move with it.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="vendors">As they stand: who owns what, and earns on what.</param>
    /// <param name="panels">Last quarter's, per segment.</param>
    /// <param name="postedCents">Last quarter's prices.</param>
    /// <param name="conduct">θ per product; not positive: the price is kept.</param>
    /// <param name="vendor">The product's owner.</param>
    /// <param name="own">The product's price so far.</param>
    public static double Next(
        Market market, ImmutableArray<VendorState> vendors, ImmutableArray<PanelFigures> panels, ImmutableArray<long> postedCents,
        ImmutableArray<double> conduct, int vendor, ProductPrice own)
    {
        var theta = conduct[own.Product];
        var prices = postedCents.Select(p => (double)p).ToArray();
        prices[own.Product] = own.ExactCents;
        if (theta <= 0 || BestReply.Of(market.Definition, vendors, panels, prices, own.Product) is not { } reply) return own.ExactCents;
        var rule = market.Definition.Vendors[vendor].Price;
        var aim = reply.EffectiveCostCents + theta * (reply.PriceCents - reply.EffectiveCostCents);
        var limit = rule.MaxStep * Math.Max(own.ExactCents, OneUsd);
        return Math.Max(0, own.ExactCents + Math.Clamp(rule.Adjust * (aim - own.ExactCents), -limit, limit));
    }
}
