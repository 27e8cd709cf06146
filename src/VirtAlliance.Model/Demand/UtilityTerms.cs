using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>The part of utility that a segment's customers share in a quarter, in double.</summary>
internal sealed class UtilityTerms
{
    private readonly ImmutableArray<Row> _rows;
    private readonly int _none;

    /// <param name="market">The market in force, or the opening one.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ per product [utils].</param>
    /// <param name="conditions">The quarter's.</param>
    public UtilityTerms(MarketDefinition market, int segment, ImmutableArray<double> likings, MarketConditions conditions)
    {
        _none = market.Products.Length;
        var here = conditions.Segments[segment];
        _rows = [.. Enumerable.Range(0, _none).Where(j => conditions.Products[j].OnOffer && here.Reach[j] > 0)
            .Select(j => RowOf(market, segment, likings[j], conditions, j))];
    }

    /// <summary>Indexes of the products that can be chosen, in order.</summary>
    public IEnumerable<int> Offered => _rows.Select(r => r.Product);

    /// <summary>Number of products that can be chosen.</summary>
    public int OfferedCount => _rows.Length;

    /// <summary>Utilities of eight members: a vector per product on offer, in order, then none.</summary>
    public void Write(MemberTastes tastes, int group, in MemberStates states, Span<Vector512<double>> utilities)
    {
        var has = ~Vector512.Equals(states.Product, Vector512.Create((long)_none));
        var switching = Vector512.ConditionalSelect(has.AsDouble(), tastes.Switching[group], Vector512<double>.Zero);
        for (var k = 0; k < _rows.Length; k++) utilities[k] = Of(_rows[k], tastes, group, states, switching);
        utilities[_rows.Length] = -switching;
    }

    private static Vector512<double> Of(in Row row, MemberTastes tastes, int group, in MemberStates states, Vector512<double> switching)
    {
        var u = Vector512.FusedMultiplyAdd(tastes.Sensitivity[group], Vector512.Create(-row.Price), Vector512.Create(row.Base));
        u = Vector512.FusedMultiplyAdd(tastes.Quality[group], Vector512.Create(row.Quality), u);
        u = Vector512.FusedMultiplyAdd(tastes.Openness[group], Vector512.Create(row.Openness), u);
        foreach (var sell in row.CrossSells)
        {
            var holds = ~Vector512.Equals(states.Franchises & Vector512.Create((long)sell.Holders), Vector512<long>.Zero);
            u += Vector512.ConditionalSelect(holds.AsDouble(), Vector512.Create(sell.Utility), Vector512<double>.Zero);
        }
        var runs = Vector512.Equals(states.Product, Vector512.Create((long)row.Product)).AsDouble();
        var same = Vector512.Equals(states.Technology, Vector512.Create((long)row.Technology)).AsDouble();
        var lost = switching * Vector512.ConditionalSelect(same, Vector512.Create(1 - row.Portability), Vector512.Create(1.0));
        return u + Vector512.ConditionalSelect(runs, Vector512<double>.Zero, Vector512.Create(row.LogReach) - lost);
    }

    private static Row RowOf(MarketDefinition market, int index, double liking, MarketConditions conditions, int j)
    {
        var segment = market.Segments[index];
        var here = conditions.Segments[index];
        var product = conditions.Products[j];
        var technology = market.Products[j].Technology;
        var (openness, network) = conditions.Technologies[technology];
        return new Row
        {
            Product = j,
            Technology = technology,
            Base = liking + segment.NetworkTaste * network + product.Marketing,
            Price = here.PriceCents[j] / 1e4,
            Quality = product.Quality,
            Openness = openness,
            Portability = market.Portability * openness,
            LogReach = here.Reach[j] == 1 ? 0 : ExactMath.Log(here.Reach[j]),
            CrossSells = [.. Enumerable.Range(0, market.Franchises.Length)
                .Where(f => conditions.FranchiseOwners[f] >= 0 && conditions.FranchiseOwners[f] == product.Owner && market.Franchises[f].CrossSell != 0)
                .Select(f => new CrossSell(1 << f, market.Franchises[f].CrossSell))],
        };
    }

    private readonly record struct CrossSell(int Holders, double Utility);

    private readonly record struct Row
    {
        public int Product { get; init; }
        public int Technology { get; init; }
        public double Base { get; init; }
        public double Price { get; init; }
        public double Quality { get; init; }
        public double Openness { get; init; }
        public double Portability { get; init; }
        public double LogReach { get; init; }
        public ImmutableArray<CrossSell> CrossSells { get; init; }
    }
}
