using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Opening;

/// <summary>The opening book: stated prices, qualities and reach, network and adoption from stated shares, no alliance.</summary>
public static class OpeningBook
{
    /// <summary>Its conditions, for quarter −1; <paramref name="opening"/> is a run's <see cref="Market.Opening"/>.</summary>
    public static MarketConditions Of(Market opening)
    {
        var market = opening.Definition;
        return new MarketConditions(
            -1,
            [.. market.Products.Select(p => new ProductConditions(p.Vendor, IsOnOffer(p), p.PriceCents, market.Technologies[p.Technology].Quality + p.Quality, 0))],
            [.. market.Technologies.Select((t, k) => new TechnologyConditions(t.Openness, NetworkShare(market, k)))],
            [.. market.Franchises.Select(f => f.Vendor)],
            [.. market.Segments.Select(s => SegmentBook(market, s))]);
    }

    /// <summary>The same for choosing first products: where shares are stated, one that nobody runs is left out, as some would start with it.</summary>
    internal static MarketConditions OfFirstProducts(Market opening)
    {
        var book = Of(opening);
        return book with { Segments = [.. opening.Definition.Segments.Select((s, i) => StatesShares(s) ? book.Segments[i] with { Reach = ReachOfRun(s) } : book.Segments[i])] };
    }

    /// <summary>True if some products of the segment have a share of its customers; false: their shares follow from choice.</summary>
    private static bool StatesShares(Segment segment)
    {
        for (var j = 0; j < segment.Shares.Length - 1; j++)
            if (segment.Shares[j] > 0) return true;
        return false;
    }

    private static ImmutableArray<double> ReachOfRun(Segment segment) => [.. segment.Reach.Select((r, j) => segment.Shares[j] == 0 ? 0 : r)];

    private static bool IsOnOffer(Product product) => product.Enters <= 0 && product.Withdrawn > 0;

    private static SegmentConditions SegmentBook(MarketDefinition market, Segment segment)
    {
        var adopters = (long)Math.Round(segment.Customers * (1 - segment.Shares[^1]), MidpointRounding.ToEven);
        return new SegmentConditions(segment.Customers, adopters, segment.Customers, [.. market.Products.Select(p => p.PriceCents)], segment.Reach);
    }

    private static double NetworkShare(MarketDefinition market, int technology)
    {
        double all = 0, on = 0;
        foreach (var segment in market.Segments)
        {
            var seats = segment.Customers * segment.StandsFor * segment.SeatsMedian * ExactMath.Exp(segment.SeatsSpread * segment.SeatsSpread / 2);
            for (var j = 0; j < market.Products.Length; j++)
            {
                all += seats * segment.Shares[j];
                if (market.Products[j].Technology == technology) on += seats * segment.Shares[j];
            }
        }
        return all > 0 ? on / all : 0;
    }
}
