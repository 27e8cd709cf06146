using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Foresight;

/// <summary>What a vendor makes of its future: the market's own quarters, with the survey in the customers' place, prices as last posted, and nobody deciding anything more.</summary>
/// <remarks>Choice is that of the customers, books are those of Settle. Others are taken to pay their dues; the vendor itself pays and lasts as long as its money does.</remarks>
public sealed class Forecast
{
    private readonly Market _market;
    private readonly MarketState _start;
    private readonly int _quarter;
    private readonly ImmutableArray<SurveyedSegment> _segments;

    /// <param name="market">The run's market.</param>
    /// <param name="opening">The run's opening, for likings.</param>
    /// <param name="opened">The market as the quarter opened, with the survey at the end of the last one.</param>
    /// <param name="quarter">Number of the quarter: the first that is forecast.</param>
    /// <exception cref="ArgumentException">There is no survey.</exception>
    public Forecast(Market market, OpeningRecord opening, MarketState opened, int quarter)
    {
        if (opened.Surveys.Length != opened.Segments.Length) throw new ArgumentException($"quarter {quarter} has no survey to forecast from", nameof(opened));
        (_market, _quarter) = (ForeseenMarket.Of(market, quarter), quarter);
        _segments =
        [
            .. opened.Segments.Select((totals, s) => new SurveyedSegment(
                market, _market, s, MarketOpening.InForce(market, s, MarketOpening.LikingsIn(market, opening.Likings, s)), opened.Surveys[s], totals)),
        ];
        _start = opened with { Segments = [.. opened.Segments.Select((totals, s) => Real(totals, market.Definition.Segments[s].StandsFor))] };
    }

    /// <summary>Σ discount^h · profit over <paramref name="horizon"/> quarters, the first being h = 1 [cents].</summary>
    /// <param name="vendor">Whose profit.</param>
    /// <param name="horizon">Quarters, at least 1.</param>
    /// <param name="said">What is said to alliances in the first of them, besides what was announced before.</param>
    public double ProfitCents(int vendor, int horizon, ImmutableArray<PartnershipMessage> said)
    {
        var (state, customers) = (_start, _segments.Select(s => s.Start()).ToArray());
        double profit = 0, weight = 1;
        for (var h = 0; h < horizon; h++)
        {
            var quarter = _quarter + h;
            var opened = h == 0 ? state : OpenPhase.Apply(_market, state, quarter);
            var partnered = Partner(opened, quarter, h == 0 ? said : []);
            var traded = Purchase(partnered, quarter, customers);
            (state, var cents) = Settle(partnered, traded, vendor);
            weight *= _market.Definition.Discount;
            profit += weight * cents;
        }
        return profit;
    }

    private MarketState Partner(MarketState opened, int quarter, ImmutableArray<PartnershipMessage> said)
    {
        if (said.IsEmpty && !PartnerPhase.HasBusiness(_market, opened, quarter)) return opened;
        var due = opened.Vendors.SelectMany((_, v) => Proposals.DueOf(_market.Definition, opened, v, quarter));
        return PartnerPhase.Hold(
            _market, opened, [.. due, .. said],
            (alliance, received, withdrawals) => new Meeting(
                _market.Definition, opened, opened.Alliances.First(a => a.Id == alliance), withdrawals, quarter).Decide(received, static _ => []),
            quarter).Partnered;
    }

    private TradedQuarter Purchase(MarketState partnered, int quarter, SurveyedCustomers[] customers)
    {
        var conditions = OfferPhase.Conditions(_market, partnered, [], quarter);
        return new TradedQuarter(conditions, [.. _segments.Select((segment, s) => segment.Choose(conditions, customers[s]))], []);
    }

    private (MarketState Closed, long ProfitCents) Settle(MarketState partnered, TradedQuarter traded, int vendor)
    {
        var terms = SettlePhase.Terms(_market, partnered, traded);
        var totals = traded.Segments.Select((t, s) => (s, t)).ToArray();
        var own = SettlePhase.Vendor(
            _market, partnered, traded, terms, new VendorOffer(vendor, partnered.Vendors[vendor].Prices), PurchasePhase.OrdersFor(traded.Conditions, totals, vendor));
        ImmutableArray<PartnershipMessage> dues = [.. own.Contributions, .. partnered.Vendors.SelectMany((_, v) => v == vendor ? [] : Dues.InFull(_market.Definition, partnered, v))];
        ImmutableArray<AllianceState> alliances =
            [.. partnered.Alliances.Select(a => SettlePhase.Alliance(_market, a, [.. dues.Where(m => m.Alliance == a.Id)], traded.Conditions.Quarter))];
        var vendors = partnered.Vendors.SetItem(vendor, own.Closed);
        return (SettlePhase.Next(_market, partnered, traded, vendors, alliances), own.Books.ProfitCents);
    }

    private static CustomerTotals Real(CustomerTotals totals, long standsFor) => totals with
    {
        Seats = [.. totals.Seats.Select(s => s * standsFor)], FranchiseSeats = [.. totals.FranchiseSeats.Select(s => s * standsFor)],
    };
}
