using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Foresight;

/// <summary>A segment as its survey shows it: each member stands for customers, who spread over products by its choice probabilities.</summary>
/// <remarks>Members are kept in order of contract phase, eight to a vector, so that those at their contract date lie side by side. Franchises stay as surveyed.</remarks>
internal sealed class SurveyedSegment
{
    private const int Lanes = MemberTastes.Lanes;

    private readonly Segment _segment;
    private readonly int _index;
    private readonly int _products;
    private readonly int _members;
    private readonly MemberTastes _tastes;
    private readonly UtilityTerms _terms;
    private readonly Vector512<long>[] _franchises;
    private readonly Vector512<long>[] _phases;
    private readonly Vector512<double>[] _present;
    private readonly Vector512<double>[] _start;
    private readonly long _customers;
    private readonly long _standsFor;
    private readonly ImmutableArray<long> _franchiseSeats;
    private readonly Vector512<double>[] _utilities;
    private readonly Vector512<double>[] _arrivals;
    private readonly Vector512<double>[] _orderedSeats;
    private readonly Vector512<double>[] _orderedSeatQuarters;

    /// <param name="market">The run's market.</param>
    /// <param name="foreseen">The same as it is foreseen.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ per product of the market in force [utils].</param>
    /// <param name="survey">At the end of last quarter.</param>
    /// <param name="closed">What the segment's customers held then.</param>
    public SurveyedSegment(Market market, Market foreseen, int segment, ImmutableArray<double> likings, SegmentSurvey survey, CustomerTotals closed)
    {
        (_segment, _index, _products, _members) = (foreseen.Definition.Segments[segment], segment, market.None, survey.Products.Length);
        var stride = PanelLayout.Of(market.Definition.Segments[segment]).Stride;
        int[] order = [.. Enumerable.Range(0, _members).OrderBy(PhaseOf)];
        var births = new BirthDraws(market, segment);
        _tastes = new MemberTastes(_segment, [.. order.Select(k => births.Of(k * stride))]);
        _terms = new UtilityTerms(foreseen.Definition, segment, likings);
        _standsFor = market.Definition.Segments[segment].StandsFor;
        _customers = closed.Customers.Sum();
        _franchiseSeats = [.. closed.FranchiseSeats.Select(s => s * _standsFor)];
        _phases = Vectors<long>([.. order.Select(k => (long)PhaseOf(k))]);
        _franchises = Vectors<long>([.. order.Select(k => (long)survey.Franchises[k])]);
        _present = Vectors<double>([.. order.Select(_ => 1.0)]);
        _start = new Vector512<double>[_tastes.Groups * (_products + 1)];
        var start = MemoryMarshal.Cast<Vector512<double>, double>(_start.AsSpan());
        for (var i = 0; i < _members; i++) start[(i / Lanes * (_products + 1) + survey.Products[order[i]]) * Lanes + i % Lanes] = (double)_customers / _members;
        (_utilities, _arrivals) = (new Vector512<double>[_products + 1], new Vector512<double>[_products + 1]);
        (_orderedSeats, _orderedSeatQuarters) = (new Vector512<double>[_products], new Vector512<double>[_products]);

        int PhaseOf(int member) => (int)(member * stride / 4 % _segment.ContractQuarters);
    }

    /// <summary>Where customers are at the end of last quarter.</summary>
    public SurveyedCustomers Start() => new(_customers, [.. _start]);

    /// <summary>A quarter: newcomers come, those in the market choose. Seats are multiplied by what they stand for.</summary>
    public CustomerTotals Choose(MarketConditions conditions, SurveyedCustomers customers)
    {
        var (here, contract) = (conditions.Segments[_index], _segment.ContractQuarters);
        var newcomers = Vector512.Create((double)(here.Customers - customers.Count) / _members);
        var trial = Vector512.Create((double)Adoption.TrialProbability(_segment, here));
        var due = Vector512.Create((long)((contract - conditions.Quarter % contract) % contract));
        customers.Count = here.Customers;
        _terms.Write(conditions);
        Array.Clear(_orderedSeats);
        Array.Clear(_orderedSeatQuarters);
        for (var group = 0; group < _tastes.Groups; group++)
        {
            var masses = customers.Of(group, _products + 1);
            masses[_products] += newcomers * _present[group];
            Choose(group, masses, trial, Vector512.Equals(_phases[group], due).AsDouble(), QuartersToDate(group, conditions.Quarter));
        }
        return Totals(customers);
    }

    private void Choose(int group, Span<Vector512<double>> masses, Vector512<double> trial, Vector512<double> due, Vector512<double> toDate)
    {
        Array.Clear(_arrivals);
        Move(group, _products, masses, masses[_products] * trial, toDate);
        if (due.AsInt64() != Vector512<long>.Zero)
            for (var product = 0; product < _products; product++)
                if (Vector512.ConditionalSelect(due, masses[product], Vector512<double>.Zero) is var moving && moving != Vector512<double>.Zero)
                    Move(group, product, masses, moving, Vector512.Create((double)_segment.ContractQuarters));
        for (var option = 0; option <= _products; option++) masses[option] += _arrivals[option];
    }

    /// <summary>Customers who run <paramref name="product"/> choose.</summary>
    private void Move(int group, int product, Span<Vector512<double>> masses, Vector512<double> moving, Vector512<double> quarters)
    {
        var utilities = _utilities.AsSpan(0, _terms.OfferedCount + 1);
        _terms.Of(_tastes, group, Vector512.Create((long)product), _franchises[group], utilities);
        PanelSums.Odds(utilities, out var total);
        var scale = moving / total;
        masses[product] -= moving;
        _arrivals[_products] += utilities[^1] * scale;
        for (var k = 0; k < _terms.OfferedCount; k++)
        {
            var (chosen, seats) = (_terms.Offered[k], utilities[k] * scale * _tastes.Seats[group]);
            _arrivals[chosen] += utilities[k] * scale;
            _orderedSeats[chosen] += seats;
            _orderedSeatQuarters[chosen] = Vector512.FusedMultiplyAdd(seats, quarters, _orderedSeatQuarters[chosen]);
        }
    }

    /// <summary>Quarters to the next contract date, those at it having a whole contract before them.</summary>
    private Vector512<double> QuartersToDate(int group, int quarter)
    {
        var toDate = new double[Lanes];
        for (var lane = 0; lane < Lanes; lane++) toDate[lane] = _segment.ContractQuarters - (quarter + _phases[group][lane]) % _segment.ContractQuarters;
        return Vector512.Create(toDate);
    }

    private CustomerTotals Totals(SurveyedCustomers customers)
    {
        var (count, seats) = (new Vector512<double>[_products + 1], new Vector512<double>[_products + 1]);
        for (var group = 0; group < _tastes.Groups; group++)
        {
            var masses = customers.Of(group, _products + 1);
            for (var option = 0; option <= _products; option++)
            {
                count[option] += masses[option];
                seats[option] = Vector512.FusedMultiplyAdd(masses[option], _tastes.Seats[group], seats[option]);
            }
        }
        return new CustomerTotals(Whole(count, 1), Whole(seats, _standsFor), Whole(_orderedSeats, _standsFor), Whole(_orderedSeatQuarters, _standsFor), _franchiseSeats);
    }

    private static ImmutableArray<long> Whole(Vector512<double>[] lanes, long scale) =>
        [.. lanes.Select(l => (long)Math.Round(PanelSums.Total(l) * scale, MidpointRounding.ToEven))];

    private Vector512<T>[] Vectors<T>(T[] column) where T : struct
    {
        var padded = new T[_tastes.Groups * Lanes];
        column.CopyTo(padded, 0);
        return MemoryMarshal.Cast<T, Vector512<T>>(padded).ToArray();
    }
}
