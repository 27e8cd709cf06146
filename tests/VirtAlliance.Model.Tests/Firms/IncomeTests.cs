using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;
using VirtAlliance.Model.Tests.Running;

namespace VirtAlliance.Model.Tests.Firms;

public sealed class IncomeTests
{
    private static readonly ImmutableArray<VendorState> Separate = ExampleMarket.Opening(ExampleMarket.Definition).Vendors;

    private static readonly ImmutableArray<VendorState> AWithC = Mergers.TakeOver(Separate, ExampleMarket.C, ExampleMarket.A);

    private static readonly CustomerTotals Customers = ExampleMarket.Totals([0, 0, 0, 0], [300, 200, 100, 1_400], [0, 0, 0], 50);

    [Fact]
    public void Channels_of_a_merged_pair_reach_whom_either_reaches() => Assert.Equal(0.7, Channels.Of(ExampleMarket.Definition, AWithC, ExampleMarket.A, 0), 15);

    [Fact]
    public void Complements_are_rate_times_seats_in_use_times_channel_over_technologies_products_and_none()
    {
        // Seats stand for ten: free 3,000 at 2 cents, beta 2,000 at 1.5, none 14,000 at −0.1; channel 0.5.
        var market = ExampleMarket.WithVendor(ExampleMarket.A, v => v with { TechnologyComplementCents = [2, 0], ProductComplementCents = [0, 1.5, 0], NoneComplementCents = -0.1 });
        Assert.Equal((6_000 + 3_000 - 1_400) / 2, Complements.IncomeCents(market, Separate, [Customers], ExampleMarket.A));
    }

    [Fact]
    public void A_vendor_earns_by_the_rates_of_those_it_took_over_through_all_channels()
    {
        var market = ExampleMarket.WithVendor(ExampleMarket.C, v => v with { TechnologyComplementCents = [1, 0] });
        Assert.Equal(1_200, Complements.IncomeCents(market, Separate, [Customers], ExampleMarket.C));
        Assert.Equal(2_100, Complements.IncomeCents(market, AWithC, [Customers], ExampleMarket.A));
    }

    [Fact]
    public void Franchise_income_is_rate_times_real_seats_held_for_the_present_owner()
    {
        var market = ExampleMarket.Definition with { Franchises = [new Franchise { Vendor = ExampleMarket.C, IncomeCents = 0.55, Family = "c" }] };
        Assert.Equal(275, FranchiseIncome.Of(market, Ownership.OfFranchises(market, Separate), [Customers], ExampleMarket.C));
        Assert.Equal(275, FranchiseIncome.Of(market, Ownership.OfFranchises(market, AWithC), [Customers], ExampleMarket.A));
        Assert.Equal(0, FranchiseIncome.Of(market, Ownership.OfFranchises(market, Separate), [Customers], ExampleMarket.A));
    }

    [Fact]
    public void Bookings_are_the_price_in_the_segment_times_seat_quarters_times_what_seats_stand_for()
    {
        var conditions = new MarketConditions(0, [], [], [], [new SegmentConditions(0, 0, 0, [20_001, 1, 1], [])]);
        Assert.Equal([20_001L * 77 * 10, 0, 0], Bookings.ByProduct(ExampleMarket.Definition, conditions, [new PurchaseOrder(0, 0, 11, 77)]).AsEnumerable());
    }

    [Fact]
    public void Cost_of_sales_is_rounded_once_over_all_products()
    {
        var market = ExampleMarket.Definition with
        {
            Products = [.. ExampleMarket.Definition.Products.Select(p => p with { UnitCostCents = 0.02 })],
        };
        Assert.Equal(1, Bookings.CostCents(market, [new PurchaseOrder(0, 0, 2, 2), new PurchaseOrder(0, 1, 2, 2)]));
    }

    [Fact]
    public void Network_share_is_that_of_real_seats_in_use() =>
        Assert.Equal([0.5, 0.5], NetworkShares.Of(ExampleMarket.Definition, [Customers]).AsEnumerable());

    [Fact]
    public void Network_share_is_nothing_while_nothing_is_in_use() =>
        Assert.Equal([0, 0], NetworkShares.Of(ExampleMarket.Definition, [ExampleMarket.Totals([0, 0, 0, 5], [0, 0, 0, 9], [0, 0, 0])]).AsEnumerable());
}
