using VirtAlliance.Results.Tables;

namespace VirtAlliance.Results.Comparisons;

/// <summary>What a run starts from, as a table of which nothing is exported.</summary>
internal static class OpeningFigures
{
    /// <summary>A row per segment and product, <c>none</c> among them; the quarter does not matter.</summary>
    public static ResultTable Table { get; } = ResultTable.ByQuarter("opening", 2, "segment, product, liking, customers, seats", (run, _) => Rows(run));

    private static IEnumerable<object?[]> Rows(StoredRun run)
    {
        var (market, opening) = (run.Market, run.History.Opening);
        for (var s = 0; s < market.Segments.Length; s++)
            for (var j = 0; j <= market.Products.Length; j++)
            {
                var (product, inOpening) = j < market.Products.Length ? (market.Products[j].Id, run.History.Market.OpeningProducts[j]) : (SegmentsTable.None, -1);
                yield return run.Line(
                    0, market.Segments[s].Id, product, inOpening < 0 ? null : opening.Likings[s][inOpening],
                    opening.Initial.Segments[s].Customers[j], opening.Initial.Segments[s].Seats[j]);
            }
    }
}
