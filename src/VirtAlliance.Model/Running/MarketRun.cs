using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>A whole run in one thread, without grains: what any cluster must reproduce, record by record.</summary>
public sealed class MarketRun : IDisposable
{
    private readonly Market _market;
    private readonly ImmutableArray<ImmutableArray<CustomerBlock>> _blocks;
    private readonly ImmutableArray<SegmentPanel> _panels;

    /// <summary>Opens the market of <paramref name="run"/>.</summary>
    public MarketRun(RunDefinition run)
    {
        _market = new Market(run);
        var opening = Enumerable.Range(0, _market.Opening.Definition.Segments.Length).ToArray();
        ImmutableArray<ImmutableArray<double>> likings = [.. opening.Select(s => Likings.Solve(_market.Opening, s))];
        ImmutableArray<PanelFigures> openingPanels = [.. opening.Select(s => MarketOpening.Panel(_market.Opening, s, likings[s]))];
        var segments = Enumerable.Range(0, _market.Definition.Segments.Length).ToArray();
        _blocks = [.. segments.Select(s => BlocksOf(s, MarketOpening.LikingsIn(_market, likings, s)))];
        _panels = [.. segments.Select(s => SegmentPanel.Birth(_market, s, MarketOpening.LikingsIn(_market, likings, s)))];
        Opening = MarketOpening.Record(_market, likings, openingPanels, [.. _blocks.Select(b => Sum(b.Select(x => x.Stocks)))]);
        State = Opening.Initial;
    }

    /// <summary>Record −1.</summary>
    public OpeningRecord Opening { get; }

    /// <summary>The market after the last quarter.</summary>
    public MarketState State { get; private set; }

    /// <summary>All quarters that are left.</summary>
    public IEnumerable<QuarterRecord> ToTheEnd()
    {
        while (State.Quarter + 1 < _market.Definition.Quarters) yield return Advance();
    }

    /// <summary>One quarter, in five phases.</summary>
    public QuarterRecord Advance()
    {
        var quarter = State.Quarter + 1;
        var opened = OpenPhase.Apply(_market, State, quarter);
        var (partnered, said) = Partner(opened, quarter);
        var offers = EachVendor(v => OfferPhase.Offer(_market, Opening, opened, v, quarter));
        var traded = Purchase(OfferPhase.Conditions(_market, partnered, offers, quarter));
        var record = Settle(partnered, traded, offers, said);
        State = record.Closed;
        return record;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var block in _blocks.SelectMany(b => b)) block.Dispose();
        foreach (var panel in _panels) panel.Dispose();
    }

    private (MarketState Partnered, ImmutableArray<PartnershipMessage> Said) Partner(MarketState opened, int quarter)
    {
        if (!PartnerPhase.HasBusiness(_market, opened, quarter)) return (opened, []);
        var proposed = EachVendor(v => PartnerPhase.Propose(_market, Opening, opened, v, quarter)).SelectMany(m => m);
        return PartnerPhase.Hold(
            _market, opened, [.. proposed], (alliance, received, withdrawals) => PartnerPhase.Decide(_market, Opening, opened, alliance, received, withdrawals, quarter), quarter);
    }

    private TradedQuarter Purchase(MarketConditions conditions) => new(
        conditions, [.. _blocks.Select(segment => Sum(segment.Select(block => block.Choose(conditions))))], [.. _panels.Select(p => p.Choose(conditions))])
    {
        Surveys = Surveys.AreTaken(_market.Definition, conditions.Quarter) ? [.. _panels.Select(p => p.Survey())] : [],
    };

    private QuarterRecord Settle(MarketState partnered, TradedQuarter traded, ImmutableArray<VendorOffer> offers, ImmutableArray<PartnershipMessage> said)
    {
        var terms = SettlePhase.Terms(_market, partnered, traded);
        var totals = traded.Segments.Select((t, s) => (s, t)).ToArray();
        var settlements = EachVendor(v => SettlePhase.Vendor(
            _market, partnered, traded, terms, offers[v], PurchasePhase.OrdersFor(traded.Conditions, totals, v)));
        var dues = settlements.SelectMany(s => s.Contributions).ToArray();
        ImmutableArray<AllianceState> alliances =
            [.. partnered.Alliances.Select(a => SettlePhase.Alliance(_market, a, [.. dues.Where(m => m.Alliance == a.Id)], traded.Conditions.Quarter))];
        return SettlePhase.Close(_market, partnered, traded, terms, settlements, alliances, [.. said, .. dues]);
    }

    private ImmutableArray<CustomerBlock> BlocksOf(int segment, ImmutableArray<double> likings) =>
        [.. _market.Territories.SelectMany(t => t).Where(b => b.Segment == segment).Select(b => CustomerBlock.Birth(_market, b, likings))];

    private ImmutableArray<T> EachVendor<T>(Func<int, T> what) => [.. Enumerable.Range(0, _market.Definition.Vendors.Length).Select(what)];

    private static CustomerTotals Sum(IEnumerable<CustomerTotals> totals) => totals.Aggregate(PurchasePhase.Add);
}
