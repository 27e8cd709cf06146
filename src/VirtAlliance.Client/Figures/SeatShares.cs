using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Client.Figures;

/// <summary>Products' shares of the seats that run any, at the end of each quarter; 0 while none does.</summary>
/// <param name="Starts">Quarter 0.</param>
/// <param name="Products">Ids, in the market's order.</param>
/// <param name="ByQuarter">Per quarter, per product.</param>
internal sealed record SeatShares(Quarter Starts, ImmutableArray<string> Products, ImmutableArray<ImmutableArray<double>> ByQuarter)
{
    /// <summary>Of one run.</summary>
    public static SeatShares Of(RunHistory history)
    {
        var market = history.Market.Definition;
        return new SeatShares(market.Starts, [.. market.Products.Select(p => p.Id)], [.. history.Quarters.Select(q => Shares(market, q))]);
    }

    /// <summary>Of one arm: the mean over its replicates, as far as all of them have come.</summary>
    public static SeatShares Mean(IReadOnlyList<SeatShares> replicates)
    {
        var quarters = replicates.Min(r => r.ByQuarter.Length);
        var first = replicates[0];
        return first with
        {
            ByQuarter = [.. Enumerable.Range(0, quarters).Select(q =>
                first.Products.Select((_, p) => replicates.Average(r => r.ByQuarter[q][p])).ToImmutableArray())],
        };
    }

    /// <summary>The last quarter of each calendar year; of the last one the last that there is.</summary>
    public ImmutableArray<int> YearEnds => [.. Enumerable.Range(0, ByQuarter.Length).Where(q => q == ByQuarter.Length - 1 || Starts.Plus(q).Number == 4)];

    private static ImmutableArray<double> Shares(MarketDefinition market, QuarterRecord quarter)
    {
        var seats = new long[market.Products.Length];
        for (var s = 0; s < market.Segments.Length; s++)
            for (var p = 0; p < seats.Length; p++)
                seats[p] += quarter.Closed.Segments[s].Seats[p] * market.Segments[s].StandsFor;
        var all = seats.Sum();
        return [.. seats.Select(n => all == 0 ? 0 : (double)n / all)];
    }
}
