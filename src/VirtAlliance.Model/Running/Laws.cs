using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>Laws that every quarter is held to, always: seats and customers, orders and bookings, cash, pools and commissions.</summary>
internal sealed class Laws(
    MarketDefinition market, MarketState partnered, TradedQuarter traded, SettlementTerms terms,
    ImmutableArray<VendorSettlement> settlements, ImmutableArray<AllianceState> alliances)
{
    private readonly int _quarter = traded.Conditions.Quarter;

    /// <exception cref="BrokenLawException">One of them is broken.</exception>
    public void Hold()
    {
        for (var segment = 0; segment < market.Segments.Length; segment++) CustomersAndSeatsStay(segment);
        for (var product = 0; product < market.Products.Length; product++) OrdersPlacedAreBooked(product);
        foreach (var settlement in settlements) BooksBalance(settlement);
        for (var alliance = 0; alliance < alliances.Length; alliance++) PoolBalances(partnered.Alliances[alliance], alliances[alliance]);
        Equal("commissions paid are commissions received", "all vendors", terms.CommissionPaid.Sum(), terms.CommissionReceived.Sum());
        Equal("dues paid are pools' income", "all vendors", settlements.Sum(s => s.Books.DuesCents), alliances.Sum(a => a.IncomeCents));
        Equal("refunds by pools are vendors' refunds", "all vendors", alliances.Sum(a => a.Refunds.Sum(r => r.Cents)), settlements.Sum(s => s.Books.PoolCents));
    }

    /// <summary>Mergers and exits move cash between vendors, and nothing else does before they trade.</summary>
    /// <exception cref="BrokenLawException">Cash was created or lost.</exception>
    public static void CashStaysThroughOpening(MarketState closed, MarketState opened, int quarter)
    {
        var (before, after) = (closed.Vendors.Sum(v => v.CashCents), opened.Vendors.Sum(v => v.CashCents));
        if (before != after) throw new BrokenLawException("cash stays through mergers and exits", quarter, "all vendors", before, after);
    }

    private void CustomersAndSeatsStay(int segment)
    {
        var (name, now, before) = ($"segment '{market.Segments[segment].Id}'", traded.Segments[segment], partnered.Segments[segment]);
        Equal("customers of all products and none are the segment's", name, now.Customers.Sum(), traded.Conditions.Segments[segment].Customers);
        var (seatsBefore, seats) = (before.Seats.Sum(), now.Seats.Sum());
        var newcomers = now.Customers.Sum() - before.Customers.Sum();
        if (newcomers == 0) Equal("seats of all products and none are the segment's", name, seats, seatsBefore);
        else if (seats < seatsBefore + newcomers) throw new BrokenLawException("a newcomer has at least a seat", _quarter, name, seats, seatsBefore + newcomers);
    }

    private void OrdersPlacedAreBooked(int product) => Equal(
        "orders placed are orders booked", $"product '{market.Products[product].Id}'",
        traded.Segments.Sum(s => s.OrderedSeatQuarters[product]), settlements.Sum(s => s.OrderedSeatQuarters[product]));

    private void BooksBalance(VendorSettlement settlement)
    {
        var (name, vendor) = ($"vendor '{market.Vendors[settlement.Vendor].Id}'", settlement.Vendor);
        Equal("bookings are price × ordered seat-quarters", name, settlement.Books.BookingsCents, Booked(vendor));
        Equal("cash moves by profit", name, settlement.Closed.CashCents, (Int128)partnered.Vendors[vendor].CashCents + settlement.Books.ProfitCents);
        Equal("dues are the contributions sent", name, settlement.Books.DuesCents, settlement.Contributions.Sum(c => c.Cents));
        Equal("commissions are as settled", name, settlement.Books.CommissionReceivedCents, terms.CommissionReceived[vendor]);
        Equal("commissions are as settled", name, settlement.Books.CommissionPaidCents, terms.CommissionPaid[vendor]);
    }

    private Int128 Booked(int vendor)
    {
        Int128 cents = 0;
        for (var segment = 0; segment < traded.Segments.Length; segment++)
            for (var product = 0; product < market.Products.Length; product++)
                if (traded.Conditions.Products[product].Owner == vendor)
                    cents += Bookings.Cents(market, traded.Conditions, segment, product, traded.Segments[segment].OrderedSeatQuarters[product]);
        return cents;
    }

    private void PoolBalances(AllianceState before, AllianceState after) => Equal(
        "a pool's income and what it carried in are its spend, carry-over and refunds", $"alliance '{after.Id}'",
        (Int128)before.PoolCents + after.IncomeCents,
        (Int128)after.ResearchCents + after.MarketingCents + after.PoolCents + after.Refunds.Sum(r => r.Cents));

    private void Equal(string law, string subject, Int128 one, Int128 other)
    {
        if (one != other) throw new BrokenLawException(law, _quarter, subject, one, other);
    }
}
