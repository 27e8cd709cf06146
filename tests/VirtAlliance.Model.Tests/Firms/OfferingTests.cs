using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Firms;

public sealed class OfferingTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_product_is_on_offer_from_its_entry_until_it_is_withdrawn(int quarter, bool isOnOffer) =>
        Assert.Equal(isOnOffer, Alpha(2, 5, quarter));

    [Fact]
    public void The_latest_entry_or_withdrawal_counts()
    {
        MarketEvent[] events = [new ProductWithdraws(1, 0), new ProductEnters(3, 0)];
        Assert.Equal([true, false, false, true, true], Enumerable.Range(0, 5).Select(t => Alpha(0, int.MaxValue, t, events)));
    }

    [Fact]
    public void An_early_entry_brings_a_product_in_before_its_own_date() => Assert.True(Alpha(6, int.MaxValue, 3, new ProductEnters(2, 0)));

    [Fact]
    public void What_nobody_owns_is_not_on_offer() => Assert.Equal([false, true, true], Offering.At(ExampleMarket.Definition, [-1, 1, 2], 0).AsEnumerable());

    [Fact]
    public void The_latest_shock_sets_reach()
    {
        var market = ExampleMarket.With(new ReachShock(1, 0, 1, 0.7), new ReachShock(3, 0, 1, 0));
        Assert.Equal([0.4, 0.7, 0.7, 0], Enumerable.Range(0, 4).Select(t => OwnReach.At(market, t)[0][1]));
    }

    private static bool Alpha(int enters, int withdrawn, int quarter, params MarketEvent[] events)
    {
        var market = ExampleMarket.With(events);
        market = market with { Products = market.Products.SetItem(0, market.Products[0] with { Enters = enters, Withdrawn = withdrawn }) };
        return Offering.At(market, [0, 1, 2], quarter)[0];
    }
}
