using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Answers;

/// <summary>What customers held and ordered of a product in a quarter.</summary>
/// <param name="Seats">In use at quarter's end, times stands-for.</param>
/// <param name="Customers">That run it at quarter's end; simulated ones.</param>
/// <param name="OrderedSeats">Times stands-for.</param>
/// <param name="OrderedSeatQuarters">Times stands-for.</param>
/// <param name="BookingsCents">At the prices of the segments, surcharges included.</param>
public readonly record struct Trade(long Seats, long Customers, long OrderedSeats, long OrderedSeatQuarters, long BookingsCents)
{
    /// <summary>Both together.</summary>
    public static Trade operator +(Trade a, Trade b) => new(
        a.Seats + b.Seats, a.Customers + b.Customers, a.OrderedSeats + b.OrderedSeats, a.OrderedSeatQuarters + b.OrderedSeatQuarters, a.BookingsCents + b.BookingsCents);

    /// <summary>Per product, then none, in one segment.</summary>
    public static ImmutableArray<Trade> InSegment(MarketDefinition market, QuarterRecord quarter, int segment)
    {
        var (totals, scale) = (quarter.Closed.Segments[segment], market.Segments[segment].StandsFor);
        var none = market.Products.Length;
        return
        [
            .. Enumerable.Range(0, none).Select(j => new Trade(
                totals.Seats[j] * scale, totals.Customers[j], totals.OrderedSeats[j] * scale, totals.OrderedSeatQuarters[j] * scale,
                Bookings.Cents(market, quarter.Conditions, segment, j, totals.OrderedSeatQuarters[j]))),
            new Trade(totals.Seats[none] * scale, totals.Customers[none], 0, 0, 0),
        ];
    }

    /// <summary>Per product, then none, in one segment; in all if <paramref name="segment"/> is −1.</summary>
    public static ImmutableArray<Trade> ByProduct(MarketDefinition market, QuarterRecord quarter, int segment = -1)
    {
        if (segment >= 0) return InSegment(market, quarter, segment);
        var sums = new Trade[market.Products.Length + 1];
        for (var s = 0; s < market.Segments.Length; s++)
        {
            var here = InSegment(market, quarter, s);
            for (var j = 0; j < sums.Length; j++) sums[j] += here[j];
        }
        return [.. sums];
    }
}
