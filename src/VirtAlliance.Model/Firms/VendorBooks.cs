using System.Collections.Immutable;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Firms;

/// <summary>A vendor closes its books.</summary>
public static class VendorBooks
{
    /// <summary>Quarters whose takings a vendor remembers.</summary>
    private const int RecentQuarters = 4;

    /// <summary>The books of a vendor that trades, with the dues it pays out of what they leave it.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="partnered">The market with memberships fixed.</param>
    /// <param name="traded">What became public in the Purchase phase.</param>
    /// <param name="terms">Commissions and refunds.</param>
    /// <param name="offer">What the vendor posted.</param>
    /// <param name="orders">What it sold: a row per segment and product.</param>
    public static VendorSettlement Close(
        Market market, MarketState partnered, TradedQuarter traded, SettlementTerms terms, VendorOffer offer, ImmutableArray<PurchaseOrder> orders)
    {
        var beforeDues = BeforeDues(market, partnered, traded, terms, offer.Vendor, orders);
        var opened = partnered.Vendors[offer.Vendor];
        var contributions = Dues.Pay(market.Definition, partnered, offer.Vendor, opened.CashCents + beforeDues.ProfitCents);
        var books = beforeDues with { DuesCents = contributions.Sum(c => c.Cents) };
        var closed = opened with
        {
            CashCents = opened.CashCents + books.ProfitCents,
            Prices = offer.Prices,
            RecentTakingsCents = [.. opened.RecentTakingsCents.Append(books.BookingsCents + books.ComplementsCents).TakeLast(RecentQuarters)],
        };
        return new VendorSettlement(
            offer.Vendor, books, Exits.IfBankrupt(market.Definition.Vendors[offer.Vendor], closed), SeatQuartersByProduct(market, orders), contributions);
    }

    /// <summary>A vendor whose books have ended: nothing moves.</summary>
    public static VendorSettlement Ended(Market market, VendorState vendor, VendorOffer offer) =>
        new(offer.Vendor, default, vendor with { Prices = offer.Prices }, SeatQuartersByProduct(market, []), []);

    private static Books BeforeDues(
        Market market, MarketState partnered, TradedQuarter traded, SettlementTerms terms, int vendor, ImmutableArray<PurchaseOrder> orders)
    {
        var (definition, vendors) = (market.Definition, partnered.Vendors);
        var bookings = Bookings.ByProduct(definition, traded.Conditions, orders);
        return new Books
        {
            BookingsCents = bookings.Sum(),
            CostCents = Bookings.CostCents(definition, orders),
            ResearchCents = Laboratories.SpendCentsOf(definition, vendors, vendor, bookings),
            FixedCents = Heirs.HouseOf(vendors, vendor).Sum(member => definition.Vendors[member].FixedCostCents),
            ComplementsCents = Complements.IncomeCents(definition, vendors, traded.Segments, vendor),
            FranchiseCents = FranchiseIncome.Of(definition, traded.Conditions.FranchiseOwners, traded.Segments, vendor),
            CommissionReceivedCents = terms.CommissionReceived[vendor],
            CommissionPaidCents = terms.CommissionPaid[vendor],
            PoolCents = terms.Refunds[vendor],
        };
    }

    private static ImmutableArray<long> SeatQuartersByProduct(Market market, ImmutableArray<PurchaseOrder> orders)
    {
        var seatQuarters = new long[market.Definition.Products.Length];
        foreach (var order in orders) seatQuarters[order.Product] += order.SeatQuarters;
        return [.. seatQuarters];
    }
}
