using System.Collections.Immutable;
using Orleans.Runtime;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Ledger;
using VirtAlliance.Grains.Markets;
using VirtAlliance.Grains.Partnership;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Firms;

[HomePlacement]
internal sealed class VendorGrain(IGrainContext context, MarketCache markets, LedgerCache ledger) : Grain, IVendorGrain
{
    private const int OrdersRound = 0;

    private readonly string _run = GrainKeys.Run(context.Key());
    private readonly Fence _fence = new($"vendor {context.Key()}");
    private readonly Deliveries<BulkOrder> _orders = Orders.Deliveries();
    private readonly Deliveries<PartnershipDelivery> _messages = Mail.Deliveries();
    private Post? _post;
    private Market? _market;
    private int _vendor;
    private OpeningRecord? _opening;
    private (MarketConditions Conditions, VendorSettled Answer)? _last;

    public async Task<VendorOffers> Offer(Step step, OpenedMarket market)
    {
        _fence.Admit(step.Epoch);
        _opening ??= market.Opening;
        return new VendorOffers(await OfferIn(market.Opened, step.Quarter));
    }

    public async Task<SaidMessages> Propose(Step step, OpenedMarket market)
    {
        _fence.Admit(step.Epoch);
        var known = await Market();
        var said = await Thought.Of(market.Opened, () => PartnerPhase.Propose(known, market.Opening!, market.Opened, _vendor, step.Quarter));
        var there = market.Opened.Alliances.Select(a => a.Id);   // a founding of a new one is for the coordinator alone
        await _post!.Send(step, [.. said.Where(m => there.Contains(m.Alliance))]);
        return new SaidMessages(said);
    }

    public Task Receive(Step step, PartnershipDelivery delivery)
    {
        _fence.Admit(step.Epoch);
        _messages.Take(step.Quarter, delivery.Round, delivery.Sender, delivery);
        return Task.CompletedTask;
    }

    public async Task<VendorConclusion> Conclude(Step step, OpenedMarket market, ImmutableArray<Expected> expected)
    {
        _fence.Admit(step.Epoch);
        var lacking = _messages.Lacking(step.Quarter, Mail.Answers, expected);
        if (!lacking.IsEmpty) return new VendorConclusion(lacking, null);
        var received = _messages.Of(step.Quarter, Mail.Answers, expected).SelectMany(d => d.Messages);
        return new VendorConclusion([], PartnerPhase.Conclude(await Market(), market.Opened, _vendor, [.. received], step.Quarter));
    }

    public Task<Confirmation> Order(Step step, BulkOrder order)
    {
        _fence.Admit(step.Epoch);
        _orders.Take(step.Quarter, OrdersRound, order.Territory, order);
        return Task.FromResult(new Confirmation(order.SeatQuarters));
    }

    public async Task<VendorSettled> Settle(Step step, ClosingQuarter quarter, ImmutableArray<Expected> expected)
    {
        _fence.Admit(step.Epoch);
        if (_last?.Conditions.Quarter == step.Quarter) Compare(_last.Value.Conditions, quarter.Traded.Conditions);
        else
        {
            var lacking = _orders.Lacking(step.Quarter, OrdersRound, expected);
            if (!lacking.IsEmpty) return new VendorSettled(lacking, null, null);
            _last = (quarter.Traded.Conditions, await Close(step, quarter, expected));
        }
        var answer = _last!.Value.Answer;
        await _post!.Send(step, answer.Settlement!.Contributions);
        _orders.ForgetBefore(step.Quarter);
        _messages.ForgetBefore(step.Quarter);
        return answer;
    }

    public Task Close(long epoch)
    {
        _fence.Admit(epoch);
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<VendorSettled> Close(Step step, ClosingQuarter quarter, ImmutableArray<Expected> expected)
    {
        var orders = PurchasePhase.Merge(_orders.Of(step.Quarter, OrdersRound, expected).SelectMany(o => o.Orders));
        var settlement = SettlePhase.Vendor(
            await Market(), quarter.Partnered, quarter.Traded, quarter.Terms, quarter.Offers[_vendor], orders);
        return new VendorSettled([], settlement, quarter.Next is null ? null : await OfferIn(quarter.Next, step.Quarter + 1));
    }

    private void Compare(MarketConditions kept, MarketConditions offered)
    {
        var (a, b) = (new QuarterConditions(kept), new QuarterConditions(offered));
        if (!ReferenceEquals(kept, offered) && !a.Same(b))
            throw new DeterminismException($"conditions of vendor {context.Key()}", kept.Quarter, Convert.ToHexStringLower(a.Hash), Convert.ToHexStringLower(b.Hash));
    }

    private async ValueTask<VendorOffer> OfferIn(MarketState opened, int quarter) =>
        OfferPhase.Offer(await Market(), _opening ??= await ledger.Opening(_run), opened, _vendor, quarter);

    private async ValueTask<Market> Market()
    {
        if (_market is not null) return _market;
        var market = (await markets.Of(_run)).Market;
        var id = GrainKeys.Id(context.Key());
        _vendor = Enumerable.Range(0, market.Definition.Vendors.Length).First(v => market.Definition.Vendors[v].Id == id);
        _post = new Post(GrainFactory, _run, id, market);
        return _market = market;
    }
}
