using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>The part of utility that a segment's customers share in a quarter, in double.</summary>
internal sealed unsafe class UtilityTerms
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

    /// <summary>True if some product saves part of the switching cost within its technology.</summary>
    private bool IsPortable { get; set; }

    /// <summary>Their indexes, in order.</summary>
    public ReadOnlySpan<int> Offered => _offered.AsSpan(0, OfferedCount);

    /// <summary>Takes up a quarter's conditions.</summary>
    public void Write(MarketConditions conditions)
    {
        var (offered, sells) = (0, 0);
        IsPortable = false;
        var here = conditions.Segments[_index];
        for (var j = 0; j < _rows.Length; j++)
        {
            if (!conditions.Products[j].OnOffer || here.Reach[j] <= 0) continue;
            var first = sells;
            for (var f = 0; f < _market.Franchises.Length; f++)
                if (Sells(conditions, f, j)) _crossSells[sells++] = new CrossSell(1L << f, _market.Franchises[f].CrossSell);
            _rows[offered] = RowOf(conditions, j, first, sells);
            IsPortable |= _rows[offered].Portability != 0;
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
        fixed (Vector512<double>* to = utilities) Write(tastes, group, product, franchises, to, 1);
    }

    /// <summary>Utilities of a tile's members, and the best of each.</summary>
    /// <param name="tastes">Of all members.</param>
    /// <param name="products">What the tile's members run.</param>
    /// <param name="franchises">A bit each that they hold.</param>
    /// <param name="first">The tile's first vector.</param>
    /// <param name="tile">To be written.</param>
    public void Of(MemberTastes tastes, byte* products, byte* franchises, int first, in PanelTile tile)
    {
        for (var g = 0; g < PanelTile.Groups; g++)
            tile.Best[g] = Write(
                tastes, first + g, MemberTastes.Wide(products + g * MemberTastes.Lanes), MemberTastes.Wide(franchises + g * MemberTastes.Lanes), tile.Of(0) + g, PanelTile.Groups);
    }

    /// <summary>Writes utilities <paramref name="apart"/> vectors from each other; returns the best.</summary>
    private Vector512<double> Write(
        MemberTastes tastes, int group, Vector512<long> product, Vector512<long> franchises, Vector512<double>* utilities, int apart)
    {
        var (sensitivity, quality, openness) = (tastes.Sensitivity[group], tastes.Quality[group], tastes.Openness[group]);
        var runsNone = Vector512.Equals(product, Vector512.Create((long)_market.Products.Length)).AsDouble();
        var switching = Vector512.ConditionalSelect(runsNone, Vector512<double>.Zero, tastes.Switching[group]);
        var technology = IsPortable ? TechnologyOf(product) : product;
        var best = Vector512.Create(double.NegativeInfinity);
        foreach (ref readonly var row in _rows.AsSpan(0, OfferedCount))
        {
            var u = Vector512.FusedMultiplyAdd(sensitivity, Vector512.Create(row.NegativePrice), Vector512.Create(row.Base));
            u = Vector512.FusedMultiplyAdd(quality, Vector512.Create(row.Quality), u);
            u = Vector512.FusedMultiplyAdd(openness, Vector512.Create(row.Openness), u);
            for (var s = row.FirstSell; s < row.EndOfSells; s++) u += Sold(_crossSells[s], franchises);
            var lost = row.Portability == 0 ? switching : Ported(row, technology, switching);
            var runs = Vector512.Equals(product, Vector512.Create(row.Product)).AsDouble();
            u = Vector512.ConditionalSelect(runs, u, u + (Vector512.Create(row.LogReach) - lost));
            best = ExactMath8.Larger(u, best);
            *utilities = u;
            utilities += apart;
        }
        *utilities = -switching;
        return ExactMath8.Larger(*utilities, best);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sold(in CrossSell sell, Vector512<long> franchises)
    {
        var holders = Vector512.Create(sell.Holders);
        return Vector512.ConditionalSelect(Vector512.Equals(franchises & holders, holders).AsDouble(), Vector512.Create(sell.Utility), Vector512<double>.Zero);
    }

    /// <summary>Switching cost, less to those who run another product of the same technology.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Ported(in Row row, Vector512<long> technology, Vector512<double> switching) => switching * Vector512.ConditionalSelect(
        Vector512.Equals(technology, Vector512.Create(row.Technology)).AsDouble(), Vector512.Create(1 - row.Portability), Vector512<double>.One);

    /// <summary>Technologies of products; −1 for none.</summary>
    private Vector512<long> TechnologyOf(Vector512<long> product)
    {
        var technology = Vector512.Create(-1L);
        for (var j = 0; j < _market.Products.Length; j++)
            technology = Vector512.ConditionalSelect(Vector512.Equals(product, Vector512.Create((long)j)), Vector512.Create((long)_market.Products[j].Technology), technology);
        return technology;
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
            NegativePrice = -(here.PriceCents[j] / 1e4),
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
        public long Product { get; init; }
        public long Technology { get; init; }
        public double Base { get; init; }
        public double NegativePrice { get; init; }
        public double Quality { get; init; }
        public double Openness { get; init; }
        public double Portability { get; init; }
        public double LogReach { get; init; }
        public int FirstSell { get; init; }
        public int EndOfSells { get; init; }
    }
}
