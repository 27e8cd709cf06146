using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>The part of utility that a segment's customers share in a quarter, in double.</summary>
internal sealed class UtilityTerms
{
    private readonly MarketDefinition _market;
    private readonly Segment _segment;
    private readonly int _index;
    private readonly ImmutableArray<double> _likings;
    private readonly Row[] _rows;
    private readonly int[] _offered;
    private readonly CrossSell[] _crossSells;

    /// <param name="market">The market in force, or the opening one.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ per product of that market [utils].</param>
    public UtilityTerms(MarketDefinition market, int segment, ImmutableArray<double> likings)
    {
        (_market, _segment, _index, _likings) = (market, market.Segments[segment], segment, likings);
        (_rows, _offered) = (new Row[market.Products.Length], new int[market.Products.Length]);
        _crossSells = new CrossSell[market.Products.Length * market.Franchises.Length];
    }

    /// <summary>Number of products that can be chosen.</summary>
    public int OfferedCount { get; private set; }

    /// <summary>Their indexes, in order.</summary>
    public ReadOnlySpan<int> Offered => _offered.AsSpan(0, OfferedCount);

    /// <summary>Takes up a quarter's conditions.</summary>
    public void Write(MarketConditions conditions)
    {
        var (offered, sells) = (0, 0);
        var here = conditions.Segments[_index];
        for (var j = 0; j < _rows.Length; j++)
        {
            if (!conditions.Products[j].OnOffer || here.Reach[j] <= 0) continue;
            var first = sells;
            for (var f = 0; f < _market.Franchises.Length; f++)
                if (Sells(conditions, f, j)) _crossSells[sells++] = new CrossSell(1L << f, _market.Franchises[f].CrossSell);
            _rows[offered] = RowOf(conditions, j, first, sells);
            _offered[offered++] = j;
        }
        OfferedCount = offered;
    }

    /// <summary>Utilities of eight members: a vector per product on offer, in order, then none.</summary>
    /// <param name="tastes">Of all members.</param>
    /// <param name="group">Which eight.</param>
    /// <param name="product">What they run.</param>
    /// <param name="franchises">Bit f set: holds franchise f.</param>
    /// <param name="utilities">To be written.</param>
    public void Of(MemberTastes tastes, int group, Vector512<long> product, Vector512<long> franchises, Span<Vector512<double>> utilities)
    {
        var (sensitivity, quality, openness) = (tastes.Sensitivity[group], tastes.Quality[group], tastes.Openness[group]);
        var runsNone = Vector512.Equals(product, Vector512.Create((long)_market.Products.Length)).AsDouble();
        var switching = Vector512.ConditionalSelect(runsNone, Vector512<double>.Zero, tastes.Switching[group]);
        for (var k = 0; k < OfferedCount; k++)
        {
            ref readonly var row = ref _rows[k];
            var u = Vector512.FusedMultiplyAdd(sensitivity, Vector512.Create(-row.Price), Vector512.Create(row.Base));
            u = Vector512.FusedMultiplyAdd(quality, Vector512.Create(row.Quality), u);
            u = Vector512.FusedMultiplyAdd(openness, Vector512.Create(row.Openness), u);
            for (var s = row.FirstSell; s < row.EndOfSells; s++) u += Sold(_crossSells[s], franchises);
            var lost = row.Portability == 0 ? switching : Ported(row, product, switching);
            var runs = Vector512.Equals(product, Vector512.Create((long)row.Product)).AsDouble();
            utilities[k] = Vector512.ConditionalSelect(runs, u, u + (Vector512.Create(row.LogReach) - lost));
        }
        utilities[OfferedCount] = -switching;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sold(in CrossSell sell, Vector512<long> franchises)
    {
        var holders = Vector512.Create(sell.Holders);
        return Vector512.ConditionalSelect(Vector512.Equals(franchises & holders, holders).AsDouble(), Vector512.Create(sell.Utility), Vector512<double>.Zero);
    }

    /// <summary>Switching cost, less to those who run another product of the same technology.</summary>
    private Vector512<double> Ported(in Row row, Vector512<long> product, Vector512<double> switching)
    {
        var same = Vector512<long>.Zero;
        for (var j = 0; j < _market.Products.Length; j++)
            if (_market.Products[j].Technology == row.Technology) same |= Vector512.Equals(product, Vector512.Create((long)j));
        return switching * Vector512.ConditionalSelect(same.AsDouble(), Vector512.Create(1 - row.Portability), Vector512.Create(1.0));
    }

    private bool Sells(MarketConditions conditions, int franchise, int product)
    {
        var owner = conditions.FranchiseOwners[franchise];
        return owner >= 0 && owner == conditions.Products[product].Owner && _market.Franchises[franchise].CrossSell != 0;
    }

    private Row RowOf(MarketConditions conditions, int j, int firstSell, int endOfSells)
    {
        var here = conditions.Segments[_index];
        var product = conditions.Products[j];
        var technology = _market.Products[j].Technology;
        var (openness, network) = conditions.Technologies[technology];
        return new Row
        {
            Product = j,
            Technology = technology,
            Base = _likings[j] + _segment.NetworkTaste * network + product.Marketing,
            Price = here.PriceCents[j] / 1e4,
            Quality = product.Quality,
            Openness = openness,
            Portability = _market.Portability * openness,
            LogReach = here.Reach[j] == 1 ? 0 : ExactMath.Log(here.Reach[j]),
            FirstSell = firstSell,
            EndOfSells = endOfSells,
        };
    }

    private readonly record struct CrossSell(long Holders, double Utility);

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
        public int FirstSell { get; init; }
        public int EndOfSells { get; init; }
    }
}
