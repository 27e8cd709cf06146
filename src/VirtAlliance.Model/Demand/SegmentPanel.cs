using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
        var figures = Open(conditions);
        _members.Choose(conditions);
        return figures;
    }

    /// <summary>Newcomers appear; the quarter's figures. Nobody chooses yet.</summary>
    public PanelFigures Open(MarketConditions conditions)
    {
        _members.Welcome(_layout.Members(conditions.Segments[_index].Customers));
        return Figures(conditions);
    }

    /// <summary>Members run and hold what their twins in <paramref name="block"/> do, which holds all customers of the segment.</summary>
    public void Follow(CustomerBlock block) => _members.Follow(block);

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
        var without = Vector512.Create(Adoption.TrialProbability(_segment, here) * (_segment.ContractQuarters + 1) / 2.0);
        Count(conditions, _tastes.Seats, without, unattached: false);
        return _sums.Figures(_utilities.Offered, (double)here.Customers / _layout.Members(here.Customers) * _segment.StandsFor);
    }

    /// <summary>Mean probability that a member which runs nothing, and is in the market, ends with a product.</summary>
    internal double TrialSuccess(MarketConditions conditions)
    {
        var ones = new Vector512<double>[_tastes.Groups];
        Array.Fill(ones, Vector512<double>.One);
        var members = Count(conditions, ones, Vector512<double>.One, unattached: true);
        double success = 0;
        for (var k = 0; k < _utilities.OfferedCount; k++) success += _sums.Demand(k);
        return success / members;
    }

    /// <inheritdoc/>
    public void Dispose() => _members.Dispose();

    /// <summary>Takes the members up, each by its share of <paramref name="weights"/>, those without a product by <paramref name="without"/> of it; returns the sum of weights.</summary>
    [SkipLocalsInit]
    private double Count(MarketConditions conditions, Vector512<double>[] weights, Vector512<double> without, bool unattached)
    {
        _utilities.Write(conditions);
        _sums.Clear();
        var nothing = stackalloc byte[BlockLayout.TileSize];
        var memory = stackalloc byte[PanelTile.Bytes(_utilities.OfferedCount + 1)];
        new Span<byte>(nothing, BlockLayout.TileSize).Fill(_members.None);
        var (tile, columns, all) = (new PanelTile(memory), _members.Columns, 0.0);
        fixed (Vector512<double>* weight = weights, sensitivity = _tastes.Sensitivity)
            for (var g = 0; g < _tastes.Groups; g += PanelTile.Groups)
            {
                var at = columns.From(g * MemberTastes.Lanes);
                all += Weigh(at.Products, weight + g, without, tile);
                _utilities.Of(_tastes, unattached ? nothing : at.Products, at.Franchises, g, tile);
                _sums.Add(tile, _utilities.OfferedCount, sensitivity + g);
            }
        return all;
    }

    private double Weigh(byte* products, Vector512<double>* weights, Vector512<double> without, in PanelTile tile)
    {
        var (none, absent, sum) = (Vector512.Create((long)_members.None), Vector512.Create((long)CustomerColumns.Absent), Vector512<double>.Zero);
        for (var g = 0; g < PanelTile.Groups; g++)
        {
            var product = MemberTastes.Wide(products + g * MemberTastes.Lanes);
            var weight = Vector512.ConditionalSelect(Vector512.Equals(product, none).AsDouble(), without, Vector512<double>.One);
            sum += tile.Weights[g] = Vector512.ConditionalSelect(Vector512.Equals(product, absent).AsDouble(), Vector512<double>.Zero, weight * weights[g]);
        }
        return Vector512.Sum(sum);
    }
}
