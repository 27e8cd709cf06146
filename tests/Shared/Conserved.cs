using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Tests.Shared;

/// <summary>Laws 1 and 3 of a whole run, reckoned from its records alone.</summary>
public static class Conserved
{
    /// <summary>Money of vendors and pools moves by what customers, employees and others pay in and take out, and by nothing else; what vendors pay each other and pools, these receive.</summary>
    public static void Money(MarketState initial, IEnumerable<QuarterRecord> quarters)
    {
        var money = Held(initial);
        foreach (var quarter in quarters)
        {
            money += FromOutside(quarter);
            Assert.Equal(money, Held(quarter.Closed));
            Assert.Equal(quarter.Books.Sum(b => b.CommissionPaidCents), quarter.Books.Sum(b => b.CommissionReceivedCents));
            Assert.Equal(quarter.Books.Sum(b => b.DuesCents), quarter.Closed.Alliances.Sum(a => a.IncomeCents));
            Assert.Equal(quarter.Closed.Alliances.Sum(a => a.Refunds.Sum(r => r.Cents)), quarter.Books.Sum(b => b.PoolCents));
        }
    }

    /// <summary>Every customer that there is, and every seat of theirs, is with a product or with none.</summary>
    public static void Seats(MarketDefinition market, MarketState initial, IEnumerable<QuarterRecord> quarters)
    {
        var before = initial;
        foreach (var quarter in quarters)
        {
            for (var s = 0; s < market.Segments.Length; s++)
            {
                var (was, now) = (before.Segments[s], quarter.Closed.Segments[s]);
                var newcomers = now.Customers.Sum() - was.Customers.Sum();
                Assert.Equal(market.Segments[s].CustomersAt(quarter.Closed.Quarter), now.Customers.Sum());
                if (newcomers == 0) Assert.Equal(was.Seats.Sum(), now.Seats.Sum());
                else Assert.True(now.Seats.Sum() - was.Seats.Sum() >= newcomers);
            }
            before = quarter.Closed;
        }
    }

    private static Int128 Held(MarketState state)
    {
        Int128 cents = 0;
        foreach (var vendor in state.Vendors) cents += vendor.CashCents;
        foreach (var alliance in state.Alliances) cents += alliance.PoolCents;
        return cents;
    }

    private static Int128 FromOutside(QuarterRecord quarter)
    {
        Int128 cents = 0;
        foreach (var b in quarter.Books) cents += b.BookingsCents - b.CostCents - b.ResearchCents - b.FixedCents + b.ComplementsCents + b.FranchiseCents;
        foreach (var alliance in quarter.Closed.Alliances) cents -= alliance.ResearchCents + alliance.MarketingCents;
        return cents;
    }
}
