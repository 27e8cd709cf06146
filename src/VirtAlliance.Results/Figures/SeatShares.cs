using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Results.Figures;

/// <summary>Products' shares of the seats that run any, at the end of each quarter; 0 while none does.</summary>
/// <param name="Starts">Quarter 0.</param>
/// <param name="Products">Ids, in the market's order.</param>
/// <param name="ByQuarter">Per quarter, per product.</param>
public sealed record SeatShares(Quarter Starts, ImmutableArray<string> Products, ImmutableArray<ImmutableArray<double>> ByQuarter)
{
    /// <summary>Of one run.</summary>
    public static SeatShares Of(RunHistory history)
    {
        var market = history.Market.Definition;
        return new SeatShares(
            market.Starts, [.. market.Products.Select(p => p.Id)],
            [.. history.Quarters.Select(q => MarketShares.OfProducts(Trade.ByProduct(market, q), ShareBasis.Seats))]);
    }

    /// <summary>Of one arm: the mean over its replicates, as far as all of them have come.</summary>
    public static SeatShares Mean(IReadOnlyList<SeatShares> replicates)
    {
        var first = replicates[0];
        return first with
        {
            ByQuarter = [.. Enumerable.Range(0, replicates.Min(r => r.ByQuarter.Length)).Select(q =>
                first.Products.Select((_, p) => replicates.Average(r => r.ByQuarter[q][p])).ToImmutableArray())],
        };
    }

    /// <summary>The last quarter there is.</summary>
    public Quarter Ends => Starts.Plus(ByQuarter.Length - 1);

    /// <summary>The last quarter of each calendar year; of the last year the last that there is.</summary>
    public ImmutableArray<int> YearEnds => [.. Enumerable.Range(0, ByQuarter.Length).Where(q => q == ByQuarter.Length - 1 || Starts.Plus(q).Number == 4)];
}
