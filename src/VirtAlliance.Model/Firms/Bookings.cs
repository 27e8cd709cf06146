using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Firms;

/// <summary>What orders are worth.</summary>
public static class Bookings
{
    /// <summary>Price × seat-quarters × stands-for of one segment's orders for one product [cents], exactly.</summary>
    public static long Cents(MarketDefinition market, MarketConditions conditions, int segment, int product, long seatQuarters) =>
        (long)((Int128)conditions.Segments[segment].PriceCents[product] * seatQuarters * market.Segments[segment].StandsFor);

    /// <summary>Per product what <paramref name="orders"/> book [cents].</summary>
    public static ImmutableArray<long> ByProduct(MarketDefinition market, MarketConditions conditions, ImmutableArray<PurchaseOrder> orders)
    {
        var cents = new long[market.Products.Length];
        foreach (var order in orders) cents[order.Product] += Cents(market, conditions, order.Segment, order.Product, order.SeatQuarters);
        return [.. cents];
    }

    /// <summary>Per product what all segments' orders book [cents].</summary>
    public static ImmutableArray<long> ByProduct(MarketDefinition market, TradedQuarter traded)
    {
        var cents = new long[market.Products.Length];
        for (var segment = 0; segment < traded.Segments.Length; segment++)
            for (var product = 0; product < cents.Length; product++)
                cents[product] += Cents(market, traded.Conditions, segment, product, traded.Segments[segment].OrderedSeatQuarters[product]);
        return [.. cents];
    }

    /// <summary>Unit cost × seat-quarters × stands-for [cents]; rounded once.</summary>
    public static long CostCents(MarketDefinition market, ImmutableArray<PurchaseOrder> orders)
    {
        var cents = 0.0;
        foreach (var order in orders)
            cents += market.Products[order.Product].UnitCostCents * (order.SeatQuarters * market.Segments[order.Segment].StandsFor);
        return Firms.Cents.Rounded(cents);
    }
}
