using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>A quarter that does not add up is refused, with the law and both figures.</summary>
public sealed class BrokenLawTests
{
    private static readonly MarketDefinition Definition =
        ExampleMarket.Definition with { Segments = [ExampleMarket.Definition.Segments[0] with { ContractQuarters = 1 }] };

    private static readonly Market Market = ExampleMarket.Market(Definition);

    private static readonly CustomerTotals Before = ExampleMarket.Totals([30, 20, 10, 140], [300, 200, 100, 1_400], [0, 0, 0]);

    private static readonly MarketState Partnered = ExampleMarket.Opening(Definition, Before) with { Alliances = [ExampleMarket.Club with { PoolCents = 77 }] };

    private static readonly CustomerTotals Sold = ExampleMarket.Totals([30, 20, 10, 140], [300, 200, 100, 1_400], [300, 200, 100]);

    [Fact]
    public void A_sound_quarter_closes() => Assert.Equal(4_077, Close().Closed.Alliances[0].PoolCents);

    [Fact]
    public void A_lost_customer_is_found() => Refuses("customers of all products", Close, traded: Sold with { Customers = [30, 20, 10, 139] });

    [Fact]
    public void A_lost_seat_is_found() => Refuses("seats of all products", Close, traded: Sold with { Seats = [300, 200, 99, 1_400] });

    [Fact]
    public void An_order_that_is_booked_by_nobody_is_found() =>
        Refuses("orders placed are orders booked", Close, settle: s => s.Vendor == 1 ? s with { OrderedSeatQuarters = [0, 199, 0] } : s);

    [Fact]
    public void Bookings_at_another_price_are_found() =>
        Refuses("bookings are price", Close, settle: s => s with { Books = s.Books with { BookingsCents = s.Books.BookingsCents + 1 } });

    [Fact]
    public void Cash_that_moves_without_profit_is_found() =>
        Refuses("cash moves by profit", Close, settle: s => s with { Closed = s.Closed with { CashCents = s.Closed.CashCents + 1 } });

    [Fact]
    public void Dues_that_reach_no_pool_are_found() => Refuses("dues paid are pools' income", Close, pool: a => a with { IncomeCents = 3_999, PoolCents = 4_076 });

    [Fact]
    public void A_pool_that_spends_what_it_has_not_is_found() => Refuses("a pool's income", Close, pool: a => a with { ResearchCents = 1 });

    private static QuarterRecord Close(CustomerTotals? traded = null, Func<VendorSettlement, VendorSettlement>? settle = null, Func<AllianceState, AllianceState>? pool = null)
    {
        var quarter = new TradedQuarter(OfferPhase.Conditions(Market, Partnered, [], 0), [traded ?? Sold], Partnered.Panels);
        var terms = SettlePhase.Terms(Market, Partnered, quarter);
        ImmutableArray<VendorSettlement> settlements = [.. Enumerable.Range(0, 3).Select(v => SettlePhase.Vendor(
            Market, Partnered, quarter, terms, new VendorOffer(v, Partnered.Vendors[v].Prices), PurchasePhase.OrdersFor(quarter.Conditions, [(0, quarter.Segments[0])], v)))];
        var dues = settlements.SelectMany(s => s.Contributions).ToImmutableArray();
        var club = SettlePhase.Alliance(Market, Partnered.Alliances[0], dues, 0);
        return SettlePhase.Close(Market, Partnered, quarter, terms, [.. settlements.Select(settle ?? (s => s))], [pool is null ? club : pool(club)], dues);
    }

    private static void Refuses(
        string law, Func<CustomerTotals?, Func<VendorSettlement, VendorSettlement>?, Func<AllianceState, AllianceState>?, QuarterRecord> close,
        CustomerTotals? traded = null, Func<VendorSettlement, VendorSettlement>? settle = null, Func<AllianceState, AllianceState>? pool = null) =>
        Assert.Contains(law, Assert.Throws<BrokenLawException>(() => close(traded, settle, pool)).Message, StringComparison.Ordinal);
}
