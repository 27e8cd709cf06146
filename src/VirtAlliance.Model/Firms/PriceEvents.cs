using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Prices that the scenario moves everywhere; those that it moves in some segments are <see cref="Surcharges"/>.</summary>
public static class PriceEvents
{
    /// <summary>A vendor's prices after the quarter's events. A moved price is held at least for its own quarter, so that it is posted.</summary>
    public static ImmutableArray<ProductPrice> Apply(MarketDefinition market, ImmutableArray<ProductPrice> prices, int quarter)
    {
        foreach (var moved in market.Events.OfType<PriceEvent>())
            if (moved.At == quarter && moved.Segments.IsDefaultOrEmpty) prices = [.. prices.Select(p => p.Product == moved.Product ? After(p, moved) : p)];
        return prices;
    }

    private static ProductPrice After(ProductPrice price, PriceEvent moved) => price with
    {
        ExactCents = Math.Max(0, moved.ToCents ?? price.ExactCents * (1 + moved.By!.Value)),
        HeldUntil = moved.At + Math.Max(1, moved.HoldQuarters),
    };
}
