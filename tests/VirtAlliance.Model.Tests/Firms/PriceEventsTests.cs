using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Firms;

public sealed class PriceEventsTests
{
    private static readonly ProductPrice Alpha = new(0, 20_000, 0);

    [Fact]
    public void A_price_moves_by_a_fraction_of_the_price_in_force_and_is_held_for_its_quarter() =>
        Assert.Equal([new ProductPrice(0, 22_000, 3)], Applied(new PriceEvent(2, 0, 0.1, null, 0, [])));

    [Fact]
    public void A_price_moves_to_a_value_and_is_held_as_long_as_the_event_says() =>
        Assert.Equal([new ProductPrice(0, 9_900, 6)], Applied(new PriceEvent(2, 0, null, 9_900, 4, [])));

    [Fact]
    public void Events_of_other_quarters_and_products_and_surcharges_leave_the_posted_price_alone() =>
        Assert.Equal([Alpha], Applied(new PriceEvent(1, 0, 0.1, null, 0, []), new PriceEvent(2, 1, 0.1, null, 0, []), new PriceEvent(2, 0, 0.1, null, 0, [0])));

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2, 23_000)]
    [InlineData(4, 23_000)]
    [InlineData(5, 20_000)]
    public void A_surcharge_holds_in_its_segments_while_it_lasts(int quarter, long cents) =>
        Assert.Equal(cents, Surcharges.Apply(ExampleMarket.With(new PriceEvent(2, 0, 0.15, null, 3, [0])), [20_000, 1, 1], quarter)[0][0]);

    [Fact]
    public void A_surcharge_without_hold_is_for_good_and_rounds_half_to_even() =>
        Assert.Equal(12, Surcharges.Apply(ExampleMarket.With(new PriceEvent(0, 0, 0.25, null, 0, [0])), [10, 1, 1], 99)[0][0]);

    [Fact]
    public void The_latest_surcharge_in_force_decides_alone() =>
        Assert.Equal(50, Surcharges.Apply(ExampleMarket.With(new PriceEvent(0, 0, 1, null, 0, [0]), new PriceEvent(1, 0, null, 50, 0, [0])), [10, 1, 1], 1)[0][0]);

    private static IEnumerable<ProductPrice> Applied(params MarketEvent[] events) => PriceEvents.Apply(ExampleMarket.With(events), [Alpha], 2);
}
