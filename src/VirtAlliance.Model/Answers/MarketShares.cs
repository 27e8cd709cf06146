using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Answers;

/// <summary>What a share is of: three things, never mixed.</summary>
public enum ShareBasis
{
    /// <summary>Seats in use at quarter's end.</summary>
    Seats,

    /// <summary>Seats ordered in the quarter.</summary>
    Orders,

    /// <summary>Money for which was ordered in the quarter.</summary>
    Bookings,
}

/// <summary>Shares of products, of vendors (each with what it took over) and of technologies.</summary>
public static class MarketShares
{
    /// <summary>The amount that a share compares.</summary>
    public static long Amount(Trade trade, ShareBasis basis) => basis switch
    {
        ShareBasis.Orders => trade.OrderedSeats,
        ShareBasis.Bookings => trade.BookingsCents,
        _ => trade.Seats,
    };

    /// <summary>Per product its share among products, in [0, 1]; 0 where there is nothing to share.</summary>
    public static ImmutableArray<double> OfProducts(ImmutableArray<Trade> trades, ShareBasis basis) => OfGroups(trades, basis, Identity(trades.Length - 1), trades.Length - 1);

    /// <summary>Shares among products of groups of them.</summary>
    /// <param name="trades">Per product, then none.</param>
    /// <param name="basis">What is shared.</param>
    /// <param name="groupOf">Per product its group.</param>
    /// <param name="groups">How many groups there are.</param>
    public static ImmutableArray<double> OfGroups(ImmutableArray<Trade> trades, ShareBasis basis, ImmutableArray<int> groupOf, int groups)
    {
        var amounts = new Int128[groups];
        Int128 all = 0;
        for (var j = 0; j < groupOf.Length; j++)
        {
            amounts[groupOf[j]] += Amount(trades[j], basis);
            all += Amount(trades[j], basis);
        }
        return [.. amounts.Select(a => all == 0 ? 0 : (double)a / (double)all)];
    }

    /// <summary>Per product the vendor that owns it after mergers; of one that gave up, the last owner.</summary>
    public static ImmutableArray<int> Owners(MarketDefinition market, QuarterRecord quarter) => [.. market.Products.Select(p => Heirs.Of(quarter.Closed.Vendors, p.Vendor))];

    /// <summary>Per product its technology.</summary>
    public static ImmutableArray<int> Technologies(MarketDefinition market) => [.. market.Products.Select(p => p.Technology)];

    /// <summary>Herfindahl index, 10⁴ Σ share²: 10⁴ for a monopoly; 0 where there is nothing to share.</summary>
    public static double Herfindahl(ImmutableArray<double> shares)
    {
        double sum = 0;
        foreach (var share in shares) sum += share * share;
        return 1e4 * sum;
    }

    /// <summary>Herfindahl index of seats by vendor, merged ones together.</summary>
    public static double HerfindahlByVendor(MarketDefinition market, QuarterRecord quarter, ImmutableArray<Trade> trades) =>
        Herfindahl(OfGroups(trades, ShareBasis.Seats, Owners(market, quarter), market.Vendors.Length));

    /// <summary>Herfindahl index of seats by technology.</summary>
    public static double HerfindahlByTechnology(MarketDefinition market, ImmutableArray<Trade> trades) =>
        Herfindahl(OfGroups(trades, ShareBasis.Seats, Technologies(market), market.Technologies.Length));

    /// <summary>Customers with any product, as a fraction of all.</summary>
    public static double Virtualized(ImmutableArray<Trade> trades)
    {
        var all = trades.Sum(t => t.Customers);
        return all == 0 ? 0 : (double)(all - trades[^1].Customers) / all;
    }

    private static ImmutableArray<int> Identity(int count) => [.. Enumerable.Range(0, count)];
}
