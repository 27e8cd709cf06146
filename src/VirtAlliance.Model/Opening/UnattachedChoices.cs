using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Opening;

/// <summary>How a panel's members of quarter 0 would choose among some products under the opening book if they ran nothing and had to choose one.</summary>
internal sealed unsafe class UnattachedChoices
{
    private readonly int _products;
    private readonly double _members;
    private readonly Vector512<double>[] _weights;
    private readonly Vector512<double>[] _utilities;
    private readonly Vector512<double>[] _odds;
    private readonly PanelSums _sums;

    /// <param name="opening">The opening market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="among">Indexes of the products; they are on offer.</param>
    public UnattachedChoices(Market opening, int segment, int[] among)
    {
        using var members = PanelMembers.Birth(opening, segment, [.. new double[opening.None]], FirstProducts.None((byte)opening.None), 1);
        var tastes = new MemberTastes(opening.Definition.Segments[segment], members);
        (_products, _sums) = (among.Length, new PanelSums(among.Length));
        _weights = new Vector512<double>[tastes.Groups];
        (_utilities, _odds) = (new Vector512<double>[tastes.Groups * _products], new Vector512<double>[tastes.Groups * _products]);
        Weigh(opening, segment, among, members, tastes);
        foreach (var weight in _weights) _members += Vector512.Sum(weight);
    }

    /// <summary>Takes the choices up with these likings.</summary>
    [SkipLocalsInit]
    public void Count(ReadOnlySpan<double> likings)
    {
        _sums.Clear();
        var factors = stackalloc double[_products];
        var memory = stackalloc byte[PanelTile.Bytes(_products)];
        for (var k = 0; k < _products; k++) factors[k] = ExactMath.Exp(likings[k]);
        var tile = new PanelTile(memory);
        fixed (Vector512<double>* weights = _weights, odds = _odds)
            for (var g = 0; g < _weights.Length; g += PanelTile.Groups)
            {
                Like(weights + g, odds + g * _products, factors, tile);
                _sums.Add(tile, _products);
            }
    }

    /// <summary>Mean probability of product number <paramref name="k"/>.</summary>
    public double Share(int k) => _sums.Demand(k) / _members;

    /// <summary>Mean of the probabilities of numbers <paramref name="k"/> and <paramref name="l"/> ≤ k multiplied.</summary>
    public double ShareOfBoth(int k, int l) => _sums.Gamma(k, l) / _members;

    /// <summary>Mean over members and products of the utility, products weighted by <paramref name="shares"/>.</summary>
    public double MeanUtility(ReadOnlySpan<double> shares, ReadOnlySpan<double> likings)
    {
        double mean = 0;
        for (var k = 0; k < _products; k++) mean = Math.FusedMultiplyAdd(shares[k], likings[k] + SumOfUtilities(k) / _members, mean);
        return mean;
    }

    /// <summary>A tile's odds without likings become those with them.</summary>
    private void Like(Vector512<double>* weights, Vector512<double>* odds, double* factors, in PanelTile tile)
    {
        for (var g = 0; g < PanelTile.Groups; g++)
        {
            var total = Vector512<double>.Zero;
            for (var k = 0; k < _products; k++) total += tile.Of(k)[g] = odds[k * PanelTile.Groups + g] * Vector512.Create(factors[k]);
            tile.Scales[g] = Vector512<double>.One / total;
            tile.Weights[g] = tile.Responses[g] = weights[g];
        }
    }

    private double SumOfUtilities(int k)
    {
        var sum = Vector512<double>.Zero;
        for (var g = 0; g < _weights.Length; g++) sum = Vector512.FusedMultiplyAdd(_weights[g], _utilities[Place(g, k)], sum);
        return PanelSums.Total(sum);
    }

    private void Weigh(Market opening, int segment, int[] among, PanelMembers members, MemberTastes tastes)
    {
        var terms = new UtilityTerms(opening.Definition, segment, [.. new double[opening.None]]);
        terms.Write(OpeningBook.Of(opening));
        var places = among.Select(j => terms.Offered.IndexOf(j)).ToArray();
        var all = new Vector512<double>[terms.OfferedCount + 1];
        for (var g = 0; g < tastes.Groups; g++)
        {
            var product = MemberTastes.Wide(members.Columns.Products + g * MemberTastes.Lanes);
            var none = Vector512.Equals(product, Vector512.Create((long)opening.None)).AsDouble();
            _weights[g] = Vector512.ConditionalSelect(none, Vector512<double>.One, Vector512<double>.Zero);
            terms.Of(tastes, g, Vector512.Create((long)opening.None), MemberTastes.Wide(members.Columns.Franchises + g * MemberTastes.Lanes), all);
            var best = all[places[0]];
            foreach (var place in places) best = ExactMath8.Larger(all[place], best);
            for (var k = 0; k < _products; k++)
            {
                _utilities[Place(g, k)] = all[places[k]];
                _odds[Place(g, k)] = ExactMath8.Exp(all[places[k]] - best);
            }
        }
    }

    /// <summary>Where product number <paramref name="k"/> of a vector of members is kept: tile by tile, in it product by product.</summary>
    private int Place(int group, int k) => (group / PanelTile.Groups * _products + k) * PanelTile.Groups + group % PanelTile.Groups;
}
