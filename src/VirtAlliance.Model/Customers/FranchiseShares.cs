using System.Collections.Immutable;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>How likely a segment's customers are born with each franchise: a row per franchise that some hold, families together.</summary>
internal sealed class FranchiseShares
{
    private readonly ImmutableArray<Row> _rows;

    private FranchiseShares(ImmutableArray<Row> rows) => _rows = rows;

    /// <summary>A franchise of number <paramref name="Franchise"/>, held if the uniform of word <paramref name="Word"/> lies in [From, Below).</summary>
    public readonly record struct Row(int Franchise, int Word, float From, float Below);

    /// <summary>Nobody holds any.</summary>
    public static FranchiseShares Nobody { get; } = new([]);

    public ImmutableArray<Row> Rows => _rows;

    /// <summary>Purpose of the draw that holds a franchise's word.</summary>
    public static Purpose PurposeOf(int word) => Purpose.FirstFranchises + (uint)(word / 4);

    /// <summary>True: nobody is born with any.</summary>
    public bool IsEmpty => _rows.IsEmpty;

    /// <summary>True if the same customers hold the same.</summary>
    public bool Same(FranchiseShares other) => _rows.AsSpan().SequenceEqual(other._rows.AsSpan());

    public static FranchiseShares Of(Market market, int segment)
    {
        var franchises = market.Definition.Franchises;
        var shares = market.Definition.Segments[segment].FranchiseShares;
        var rows = ImmutableArray.CreateBuilder<Row>();
        for (var first = 0; first < franchises.Length; first++)
        {
            if (FirstOfFamily(market, first) != first) continue;
            double from = 0;
            for (var f = first; f < franchises.Length; f++)
            {
                if (franchises[f].Family != franchises[first].Family) continue;
                if (shares[f] > 0) rows.Add(new Row(f, market.FranchiseDraws[first], (float)from, (float)(from + shares[f])));
                from += shares[f];
            }
        }
        return new FranchiseShares(rows.ToImmutable());
    }

    /// <summary>Bit per franchise held, given the uniform of each word.</summary>
    public byte Held(Func<int, float> uniform)
    {
        var held = 0;
        foreach (var row in _rows)
        {
            var u = uniform(row.Word);
            if (u >= row.From && u < row.Below) held |= 1 << row.Franchise;
        }
        return (byte)held;
    }

    private static int FirstOfFamily(Market market, int franchise)
    {
        var franchises = market.Definition.Franchises;
        for (var f = 0; f < franchise; f++)
            if (franchises[f].Family == franchises[franchise].Family) return f;
        return franchise;
    }
}
