using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Tests.Calls;

public sealed class DeliveriesTests
{
    private static readonly Gen<ImmutableArray<PurchaseOrder>> Rows =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Long[1, 1000]).Select((s, p, seats) => new PurchaseOrder(s, p, seats, 4 * seats)).Array[1, 5].Select(a => a.ToImmutableArray());

    private static readonly Gen<BulkOrder[]> Territories =
        Rows.Array[1, 8].Select(all => all.Select((rows, t) => new BulkOrder($"{t}", rows)).ToArray());

    [Fact]
    public void Neither_order_nor_repetition_of_deliveries_shows() =>
        Territories.SelectMany(orders => Gen.Shuffle(orders).Select(shuffled => (orders, shuffled))).Sample(t =>
        {
            var expected = Expect(t.orders);
            Assert.Equal(Merged(t.orders, expected), Merged([.. t.shuffled, .. t.orders], expected));
        });

    [Fact]
    public void What_has_not_come_is_named() => Territories.Sample(orders =>
    {
        var kept = Orders.Deliveries();
        foreach (var order in orders.Skip(1)) kept.Take(7, 0, order.Territory, order);
        Assert.Equal("0", Assert.Single(kept.Lacking(7, 0, Expect(orders))));
    });

    [Fact]
    public void Another_order_from_the_same_territory_stops_the_run()
    {
        var kept = Orders.Deliveries();
        kept.Take(7, 0, "0", new BulkOrder("0", [new PurchaseOrder(0, 0, 5, 20)]));
        Assert.Throws<DeterminismException>(() => kept.Take(7, 0, "0", new BulkOrder("0", [new PurchaseOrder(0, 1, 5, 20)])));
    }

    [Fact]
    public void Another_total_than_was_reported_stops_the_run()
    {
        var kept = Orders.Deliveries();
        kept.Take(7, 0, "0", new BulkOrder("0", [new PurchaseOrder(0, 0, 5, 20)]));
        Assert.Throws<DeterminismException>(() => kept.Lacking(7, 0, [new Expected("0", 1, 24)]));
    }

    private static ImmutableArray<Expected> Expect(BulkOrder[] orders) => [.. orders.Select(o => new Expected(o.Territory, 1, o.SeatQuarters))];

    private static PurchaseOrder[] Merged(BulkOrder[] orders, ImmutableArray<Expected> expected)
    {
        var kept = Orders.Deliveries();
        foreach (var order in orders) kept.Take(7, 0, order.Territory, order);
        Assert.Empty(kept.Lacking(7, 0, expected));
        return [.. PurchasePhase.Merge(kept.Of(7, 0, expected).SelectMany(o => o.Orders))];
    }
}
