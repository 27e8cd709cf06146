using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Running;

/// <summary>Phase 4: customers in the market choose; orders go to the vendors.</summary>
public static class PurchasePhase
{
    /// <summary>Adds up two totals of one segment.</summary>
    public static CustomerTotals Add(CustomerTotals a, CustomerTotals b) => new(
        Sum(a.Customers, b.Customers),
        Sum(a.Seats, b.Seats),
        Sum(a.OrderedSeats, b.OrderedSeats),
        Sum(a.OrderedSeatQuarters, b.OrderedSeatQuarters),
        Sum(a.FranchiseSeats, b.FranchiseSeats));

    /// <summary>The orders for the products that <paramref name="vendor"/> owns, by segment and product; rows without seats left out.</summary>
    /// <param name="conditions">The quarter's.</param>
    /// <param name="totals">Per segment index, what its customers (or some of them) ordered.</param>
    /// <param name="vendor">Index of the vendor.</param>
    public static ImmutableArray<PurchaseOrder> OrdersFor(MarketConditions conditions, IReadOnlyList<(int Segment, CustomerTotals Totals)> totals, int vendor) =>
        Merge(totals.SelectMany(t => OrdersIn(conditions, t.Segment, t.Totals, vendor)));

    /// <summary>Adds up orders of one vendor from several senders, in any order of arrival: a row per segment and product.</summary>
    public static ImmutableArray<PurchaseOrder> Merge(IEnumerable<PurchaseOrder> orders)
    {
        var merged = ImmutableArray.CreateBuilder<PurchaseOrder>();
        foreach (var order in orders.OrderBy(o => o.Segment).ThenBy(o => o.Product))
        {
            if (merged.Count > 0 && merged[^1] is var last && last.Segment == order.Segment && last.Product == order.Product)
                merged[^1] = last with { Seats = last.Seats + order.Seats, SeatQuarters = last.SeatQuarters + order.SeatQuarters };
            else
                merged.Add(order);
        }
        return merged.ToImmutable();
    }

    private static IEnumerable<PurchaseOrder> OrdersIn(MarketConditions conditions, int segment, CustomerTotals totals, int vendor)
    {
        for (var product = 0; product < conditions.Products.Length; product++)
            if (conditions.Products[product].Owner == vendor && totals.OrderedSeats[product] > 0)
                yield return new PurchaseOrder(segment, product, totals.OrderedSeats[product], totals.OrderedSeatQuarters[product]);
    }

    private static ImmutableArray<long> Sum(ImmutableArray<long> a, ImmutableArray<long> b)
    {
        var sum = new long[a.Length];
        for (var i = 0; i < sum.Length; i++) sum[i] = a[i] + b[i];
        return [.. sum];
    }
}
