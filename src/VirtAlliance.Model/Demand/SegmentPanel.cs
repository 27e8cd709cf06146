using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;

namespace VirtAlliance.Model.Demand;

/// <summary>Every m-th customer of a segment, kept a second time: same draws, hence the same choices, and all sums over customers in one place.</summary>
public sealed class SegmentPanel
{
    private readonly Market _market;
    private readonly int _segment;
    private readonly ImmutableArray<double> _likings;
    private readonly PanelLayout _layout;
    private readonly PlainCustomers _customers;
    private readonly CustomerBirth[] _births;
    private readonly MemberTastes _tastes;
    private readonly byte[] _products;
    private readonly byte[] _franchises;

    private SegmentPanel(Market market, int segment, ImmutableArray<double> likings)
    {
        (_market, _segment) = (market, segment);
        var terms = market.Definition.Segments[segment];
        _likings = [.. market.OpeningProducts.Select((o, j) => terms.Liking[j] ?? (o < 0 ? double.NaN : likings[o]))];
        _layout = PanelLayout.Of(terms);
        _customers = new PlainCustomers(market, segment, likings, FirstProducts.Of(market, segment, likings));
        var count = _layout.Members(terms.CustomersAt(market.Definition.Quarters - 1));
        (_births, _products, _franchises) = (new CustomerBirth[count], new byte[count], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            _births[i] = _customers.Birth(i * _layout.Stride);
            _products[i] = _customers.FirstProduct(i * _layout.Stride, _births[i]);
            _franchises[i] = _births[i].Franchises;
        }
        _tastes = new MemberTastes(terms, _births);
    }

    /// <summary>The panel's members as they are before quarter 0.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products in this segment [utils].</param>
    public static SegmentPanel Birth(Market market, int segment, ImmutableArray<double> likings) => new(market, segment, likings);

    /// <summary>What its members run now, by number in the panel.</summary>
    internal ReadOnlySpan<byte> Products => _products;

    /// <summary>The franchises its members hold now, a bit each, by number in the panel.</summary>
    internal ReadOnlySpan<byte> Franchises => _franchises;

    /// <summary>The quarter's figures, from the members as they stood when it began; then those in the market choose.</summary>
    public PanelFigures Choose(MarketConditions conditions)
    {
        var figures = Figures(conditions);
        Live(conditions);
        return figures;
    }

    /// <summary>The members' quarter without its figures: a replay.</summary>
    public void Live(MarketConditions conditions)
    {
        _customers.Enter(conditions);
        var members = _layout.Members(conditions.Segments[_segment].Customers);
        for (var i = 0; i < members; i++) _customers.Live(i * _layout.Stride, _births[i], ref _products[i], ref _franchises[i]);
    }

    /// <summary>The figures under <paramref name="conditions"/>; nobody moves.</summary>
    public PanelFigures Figures(MarketConditions conditions)
    {
        var terms = _market.Definition.Segments[_segment];
        var customers = conditions.Segments[_segment].Customers;
        var members = _layout.Members(customers);
        var utilities = new UtilityTerms(_market.Definition, _segment, _likings, conditions);
        var sums = new PanelSums(_market.None, [.. utilities.Offered]);
        var buffer = new Vector512<double>[utilities.OfferedCount + 1];
        var trial = Adoption.TrialProbability(terms, conditions.Segments[_segment]) * (terms.ContractQuarters + 1) / 2.0;
        for (var g = 0; g * MemberTastes.Lanes < members; g++)
        {
            var states = States(g);
            utilities.Write(_tastes, g, states, buffer);
            var without = Vector512.Equals(states.Product, Vector512.Create((long)_market.None)).AsDouble();
            var weight = _tastes.Seats[g] * Vector512.ConditionalSelect(without, Vector512.Create(trial), Vector512.Create(1.0)) * Present(members, g);
            sums.Add(buffer, weight, _tastes.Sensitivity[g]);
        }
        return sums.Figures((double)customers / members * terms.StandsFor);
    }

    private MemberStates States(int group)
    {
        var (product, technology, franchises) = (Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero);
        for (var lane = 0; lane < MemberTastes.Lanes; lane++)
        {
            var i = Math.Min(group * MemberTastes.Lanes + lane, _products.Length - 1);
            product = product.WithElement(lane, _products[i]);
            technology = technology.WithElement(lane, _products[i] == _market.None ? -1 : _market.Definition.Products[_products[i]].Technology);
            franchises = franchises.WithElement(lane, _franchises[i]);
        }
        return new MemberStates(product, technology, franchises);
    }

    private static Vector512<double> Present(int members, int group)
    {
        var index = Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7) + Vector512.Create((double)(group * MemberTastes.Lanes));
        return Vector512.ConditionalSelect(Vector512.LessThan(index, Vector512.Create((double)members)), Vector512.Create(1.0), Vector512<double>.Zero);
    }
}
