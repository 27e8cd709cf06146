using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Benchmarks.Markets;

/// <summary>A market with conditions that stay as they were at the opening.</summary>
internal sealed class BenchMarket
{
    private readonly MarketConditions _book;

    public BenchMarket(MarketDefinition definition)
    {
        Market = new Market(new RunDefinition(definition, definition, 1, 0));
        Likings = [.. definition.Segments.Select((_, s) => Model.Opening.Likings.Solve(Market, s))];
        _book = OpeningBook.Of(Market);
    }

    public Market Market { get; }

    public ImmutableArray<ImmutableArray<double>> Likings { get; }

    /// <summary>All customers of the market, just born.</summary>
    public BenchCustomers Customers() => new(this);

    /// <summary>The first segment's panel, just born.</summary>
    public SegmentPanel Panel() => SegmentPanel.Birth(Market, 0, Likings[0]);

    /// <summary>As if the opening's were those of a later quarter.</summary>
    public MarketConditions Conditions(int quarter) => _book with { Quarter = quarter };
}
