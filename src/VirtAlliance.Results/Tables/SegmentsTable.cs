using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Results.Tables;

/// <summary>A row per segment, product and quarter, <c>none</c> among them.</summary>
internal static class SegmentsTable
{
    /// <summary>What those run that run nothing.</summary>
    public const string None = "none";

    public static ResultTable Table { get; } = ResultTable.ByQuarter(
        "segments", 2, "segment, product, seats, customers, ordered_seats, ordered_seat_quarters, reach", Rows);

    private static IEnumerable<object?[]> Rows(StoredRun run, int quarter)
    {
        var (market, record) = (run.Market, run.History.Quarters[quarter]);
        foreach (var s in TableOrder.Of(market).Segments)
        {
            var trades = Trade.InSegment(market, record, s);
            for (var j = 0; j < trades.Length; j++)
            {
                var (product, reach) = j < market.Products.Length ? (market.Products[j].Id, record.Conditions.Segments[s].Reach[j]) : (None, 1.0);
                yield return run.Line(
                    quarter, market.Segments[s].Id, product, trades[j].Seats, trades[j].Customers, trades[j].OrderedSeats, trades[j].OrderedSeatQuarters, reach);
            }
        }
    }
}
