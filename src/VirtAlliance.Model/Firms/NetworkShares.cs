using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>How widely technologies are in use.</summary>
public static class NetworkShares
{
    /// <summary>N per technology: its share of all seats in use, over all segments, each with what its seats stand for; 0 while none is in use.</summary>
    public static ImmutableArray<double> Of(MarketDefinition market, ImmutableArray<CustomerTotals> segments)
    {
        var seats = new Int128[market.Technologies.Length];
        Int128 all = 0;
        for (var segment = 0; segment < segments.Length; segment++)
        {
            for (var product = 0; product < market.Products.Length; product++)
            {
                var real = (Int128)segments[segment].Seats[product] * market.Segments[segment].StandsFor;
                seats[market.Products[product].Technology] += real;
                all += real;
            }
        }
        return [.. seats.Select(s => all == 0 ? 0 : (double)s / (double)all)];
    }
}
