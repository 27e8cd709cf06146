using CsCheck;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Tests.Running;

public sealed class PurchasePhaseTests
{
    private static readonly Gen<PurchaseOrder[]> Orders =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Long[1, 1_000], Gen.Long[1, 9_000], (s, p, seats, quarters) => new PurchaseOrder(s, p, seats, quarters)).Array[0, 20];

    [Fact]
    public void Merged_orders_do_not_depend_on_arrival() => Orders.SelectMany(o => Gen.Shuffle(o).Select(shuffled => (o, shuffled)))
        .Sample(t => Assert.Equal(PurchasePhase.Merge(t.o).AsEnumerable(), PurchasePhase.Merge(t.shuffled).AsEnumerable()));

    [Fact]
    public void Merged_orders_keep_all_seats_in_one_row_per_segment_and_product() => Orders.Sample(orders =>
    {
        var merged = PurchasePhase.Merge(orders);
        Assert.Equal(orders.Sum(o => o.Seats), merged.Sum(o => o.Seats));
        Assert.Equal(orders.Sum(o => o.SeatQuarters), merged.Sum(o => o.SeatQuarters));
        Assert.Equal(merged.Length, merged.Select(o => (o.Segment, o.Product)).Distinct().Count());
    });

    [Fact]
    public void A_vendor_gets_the_orders_for_the_products_it_owns_now_blocks_added_up()
    {
        var conditions = new MarketConditions(0, [Owned(1), Owned(0), Owned(1)], [], [], []);
        var block = ExampleMarket.Totals([], [], [5, 7, 0]);
        Assert.Equal([new PurchaseOrder(2, 0, 10, 10)], PurchasePhase.OrdersFor(conditions, [(2, block), (2, block)], 1).AsEnumerable());
    }

    [Fact]
    public void Totals_add_up_column_by_column()
    {
        var sum = PurchasePhase.Add(ExampleMarket.Totals([1, 2], [3, 4], [5], 6), ExampleMarket.Totals([10, 20], [30, 40], [50], 60));
        Assert.Equal([11, 22], sum.Customers.AsEnumerable());
        Assert.Equal([33, 44], sum.Seats.AsEnumerable());
        Assert.Equal([55], sum.OrderedSeats.AsEnumerable());
        Assert.Equal([55], sum.OrderedSeatQuarters.AsEnumerable());
        Assert.Equal([66], sum.FranchiseSeats.AsEnumerable());
    }

    private static ProductConditions Owned(int vendor) => new(vendor, true, 1, 0, 0);
}
