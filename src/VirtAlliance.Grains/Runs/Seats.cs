using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

internal static class Seats
{
    /// <summary>Seats in use per product, then none, over all segments, multiplied by stands-for.</summary>
    public static ImmutableArray<long> InUse(Market market, MarketState closed)
    {
        var seats = new long[market.None + 1];
        for (var s = 0; s < closed.Segments.Length; s++)
            for (var j = 0; j < seats.Length; j++) seats[j] += closed.Segments[s].Seats[j] * market.Definition.Segments[s].StandsFor;
        return [.. seats];
    }
}
