using System.Collections.Immutable;
using Orleans.Runtime;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Markets;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Partnership;

[HomePlacement]
internal sealed class AllianceGrain(IGrainContext context, MarketCache markets) : Grain, IAllianceGrain
{
    private readonly string _run = GrainKeys.Run(context.Key());
    private readonly string _id = GrainKeys.Id(context.Key());
    private readonly Fence _fence = new($"alliance {context.Key()}");
    private readonly Deliveries<PartnershipDelivery> _messages = Mail.Deliveries();

    public Task Receive(Step step, PartnershipDelivery delivery)
    {
        _fence.Admit(step.Epoch);
        _messages.Take(step.Quarter, delivery.Round, delivery.Sender, delivery);
        return Task.CompletedTask;
    }

    public async Task<AllianceDecided> Decide(Step step, OpenedMarket market, ImmutableArray<PartnershipMessage> withdrawals, ImmutableArray<Expected> expected)
    {
        _fence.Admit(step.Epoch);
        var lacking = _messages.Lacking(step.Quarter, Mail.Proposals, expected);
        if (!lacking.IsEmpty) return new AllianceDecided(lacking, null);
        var known = (await markets.Of(_run)).Market;
        var received = _messages.Of(step.Quarter, Mail.Proposals, expected).SelectMany(d => d.Messages);
        var decision = await Thought.Of(market.Opened, () => PartnerPhase.Decide(known, market.Opening!, market.Opened, _id, [.. received], withdrawals, step.Quarter));
        await new Post(GrainFactory, _run, _id, known).Send(step, decision.Sent);
        return new AllianceDecided([], decision);
    }

    public async Task<AllianceSettled> Settle(Step step, PartneredAlliance alliance, ImmutableArray<Expected> expected)
    {
        _fence.Admit(step.Epoch);
        var lacking = _messages.Lacking(step.Quarter, Mail.Dues, expected);
        if (!lacking.IsEmpty) return new AllianceSettled(lacking, null);
        _messages.ForgetBefore(step.Quarter);
        var dues = _messages.Of(step.Quarter, Mail.Dues, expected).SelectMany(d => d.Messages);
        return new AllianceSettled([], SettlePhase.Alliance((await markets.Of(_run)).Market, alliance.State, [.. dues], step.Quarter));
    }

    public Task Close(long epoch)
    {
        _fence.Admit(epoch);
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
