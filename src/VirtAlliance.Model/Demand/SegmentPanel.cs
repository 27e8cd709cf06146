using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Model.Demand;

/// <summary>Every m-th customer of a segment, kept a second time: same draws, hence the same choices, and all sums over customers in one place.</summary>
public sealed unsafe class SegmentPanel : IDisposable
{
    private readonly Segment _segment;
    private readonly int _index;
    private readonly PanelLayout _layout;
    private readonly PanelMembers _members;
    private readonly MemberTastes _tastes;
    private readonly UtilityTerms _utilities;
    private readonly PanelSums _sums;

    private SegmentPanel(Market market, int segment, ImmutableArray<double> likings, int quarters)
    {
        (_segment, _index) = (market.Definition.Segments[segment], segment);
        _layout = PanelLayout.Of(_segment);
        _members = PanelMembers.Birth(market, segment, likings, FirstProducts.Of(market, segment, likings), quarters);
        _tastes = new MemberTastes(_segment, _members);
        _utilities = new UtilityTerms(market.Definition, segment, MarketOpening.InForce(market, segment, likings));
        _sums = new PanelSums(market.None);
    }

    /// <summary>The panel's members as they are before quarter 0.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products in this segment [utils].</param>
    public static SegmentPanel Birth(Market market, int segment, ImmutableArray<double> likings) => new(market, segment, likings, market.Definition.Quarters);

    /// <summary>The same for the opening book only: without newcomers.</summary>
    internal static SegmentPanel AtOpening(Market opening, int segment, ImmutableArray<double> likings) => new(opening, segment, likings, 1);

    /// <summary>What a member runs now: a product's index, the number of products for none, 255 if it has not come yet.</summary>
    public byte ProductOf(int member) => _members.Columns.Products[_members.PositionOf(member)];

    /// <summary>Franchises that a member holds now, a bit each.</summary>
    public byte FranchisesOf(int member) => _members.Columns.Franchises[_members.PositionOf(member)];

    /// <summary>The quarter's figures, from the members as they stood when it began; then those in the market choose.</summary>
    public PanelFigures Choose(MarketConditions conditions)
    {
        _members.Welcome(_layout.Members(conditions.Segments[_index].Customers));
        var figures = Figures(conditions);
        _members.Choose(conditions);
        return figures;
    }

    /// <summary>What the first members run and hold now, those that have not come yet left out.</summary>
    public SegmentSurvey Survey()
    {
        var members = Enumerable.Range(0, Math.Min(PanelLayout.SurveyMembers, _members.Present)).ToArray();
        return new SegmentSurvey([.. members.Select(ProductOf)], [.. members.Select(FranchisesOf)]);
    }

    /// <summary>The members' quarter without its figures: a replay.</summary>
    public void Live(MarketConditions conditions)
    {
        _members.Welcome(_layout.Members(conditions.Segments[_index].Customers));
        _members.Choose(conditions);
    }

    /// <summary>The figures under <paramref name="conditions"/>; nobody moves.</summary>
    public PanelFigures Figures(MarketConditions conditions)
    {
        var here = conditions.Segments[_index];
        _utilities.Write(conditions);
        _sums.Clear();
        var buffer = new Vector512<double>[_utilities.OfferedCount + 1];
        var columns = _members.Columns;
        var withProduct = Vector512.Create(1.0);
        var without = Vector512.Create(Adoption.TrialProbability(_segment, here) * (_segment.ContractQuarters + 1) / 2.0);
        for (var g = 0; g < _tastes.Groups; g++)
        {
            var product = Wide(columns.Products + g * MemberTastes.Lanes);
            var weight = Vector512.ConditionalSelect(Vector512.Equals(product, Vector512.Create((long)_members.None)).AsDouble(), without, withProduct);
            weight = Vector512.ConditionalSelect(
                Vector512.Equals(product, Vector512.Create((long)CustomerColumns.Absent)).AsDouble(), Vector512<double>.Zero, weight * _tastes.Seats[g]);
            _utilities.Of(_tastes, g, product, Wide(columns.Franchises + g * MemberTastes.Lanes), buffer);
            _sums.Add(buffer, weight, _tastes.Sensitivity[g]);
        }
        return _sums.Figures(_utilities.Offered, (double)here.Customers / _layout.Members(here.Customers) * _segment.StandsFor);
    }

    /// <summary>Mean probability that a member which runs nothing, and is in the market, ends with a product.</summary>
    internal double TrialSuccess(MarketConditions conditions)
    {
        _utilities.Write(conditions);
        _sums.Clear();
        double members = 0, success = 0;
        var buffer = new Vector512<double>[_utilities.OfferedCount + 1];
        var nothing = Vector512.Create((long)_members.None);
        for (var g = 0; g < _tastes.Groups; g++)
        {
            var absent = Vector512.Equals(Wide(_members.Columns.Products + g * MemberTastes.Lanes), Vector512.Create((long)CustomerColumns.Absent));
            var weight = Vector512.ConditionalSelect(absent.AsDouble(), Vector512<double>.Zero, Vector512.Create(1.0));
            _utilities.Of(_tastes, g, nothing, Wide(_members.Columns.Franchises + g * MemberTastes.Lanes), buffer);
            _sums.Add(buffer, weight, _tastes.Sensitivity[g]);
            members += Vector512.Sum(weight);
        }
        for (var k = 0; k < _utilities.OfferedCount; k++) success += _sums.Demand(k);
        return success / members;
    }

    /// <inheritdoc/>
    public void Dispose() => _members.Dispose();

    /// <summary>Eight bytes as integers.</summary>
    internal static Vector512<long> Wide(byte* from)
    {
        var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)from).AsByte()));
        var (first, second) = Vector256.Widen(Vector256.Create(low, high));
        return Vector512.Create(first, second).AsInt64();
    }
}
