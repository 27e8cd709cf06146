using VirtAlliance.Contracts.Firms;
using VirtAlliance.Grains.Calls;

namespace VirtAlliance.Grains.Firms;

/// <summary>Bulk orders as a vendor keeps them.</summary>
internal static class Orders
{
    public static Deliveries<BulkOrder> Deliveries() =>
        new("a bulk order", static (a, b) => a.Orders.AsSpan().SequenceEqual(b.Orders.AsSpan()), static order => (1, order.SeatQuarters));
}
