using VirtAlliance.Model.Answers;

namespace VirtAlliance.Results.Tables;

/// <summary>A row per product and quarter, also while it is not on offer; none for <c>none</c>.</summary>
internal static class ProductsTable
{
    public static ResultTable Table { get; } = ResultTable.ByQuarter(
        "products", 1,
        "product, vendor, technology, price_usd, quality, seats, customers, ordered_seats, ordered_seat_quarters, bookings_usd, share_of_seats, share_of_orders, share_of_bookings",
        Rows);

    private static IEnumerable<object?[]> Rows(StoredRun run, int quarter)
    {
        var (market, record) = (run.Market, run.History.Quarters[quarter]);
        var (trades, owners) = (Trade.ByProduct(market, record), MarketShares.Owners(market, record));
        var bySeats = MarketShares.OfProducts(trades, ShareBasis.Seats);
        var byOrders = MarketShares.OfProducts(trades, ShareBasis.Orders);
        var byBookings = MarketShares.OfProducts(trades, ShareBasis.Bookings);
        for (var j = 0; j < market.Products.Length; j++)
        {
            var (product, offer, trade) = (market.Products[j], record.Conditions.Products[j], trades[j]);
            yield return run.Line(
                quarter, product.Id, market.Vendors[owners[j]].Id, market.Technologies[product.Technology].Id, new Money(offer.PriceCents), offer.Quality, trade.Seats,
                trade.Customers, trade.OrderedSeats, trade.OrderedSeatQuarters, new Money(trade.BookingsCents), bySeats[j], byOrders[j], byBookings[j]);
        }
    }
}
