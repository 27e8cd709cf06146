using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Running;

/// <summary>Phase 4: customers in the market choose; orders go to the vendors.</summary>
public static class PurchasePhase
{
    /// <summary>Adds up two totals of one segment.</summary>
    public static CustomerTotals Add(CustomerTotals a, CustomerTotals b) => throw new NotImplementedException();

    /// <summary>The orders for the products that <paramref name="vendor"/> owns, by segment and product; rows without seats left out.</summary>
    /// <param name="conditions">The quarter's.</param>
    /// <param name="totals">Per segment index, what its customers (or some of them) ordered.</param>
    /// <param name="vendor">Index of the vendor.</param>
    public static ImmutableArray<PurchaseOrder> OrdersFor(MarketConditions conditions, IReadOnlyList<(int Segment, CustomerTotals Totals)> totals, int vendor) =>
        throw new NotImplementedException();

    /// <summary>Adds up orders of one vendor from several senders, in any order of arrival: a row per segment and product.</summary>
    public static ImmutableArray<PurchaseOrder> Merge(IEnumerable<PurchaseOrder> orders) => throw new NotImplementedException();
}
