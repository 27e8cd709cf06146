using System.Collections.Immutable;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Partnership;
using VirtAlliance.Model;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>Phase 2: three one-way rounds, so that no two grains wait for each other.</summary>
internal sealed class PartnerRounds(RunCast cast, Market market, Caller caller, OpeningRecord opening)
{
    /// <summary>The market with memberships fixed, and all that was said.</summary>
    public async Task<(MarketState Partnered, ImmutableArray<PartnershipMessage> Said)> Hold(Step step, MarketState opened)
    {
        if (!PartnerPhase.HasBusiness(market, opened, step.Quarter)) return (opened, []);
        var open = new OpenedMarket(opening, opened);
        var proposed = await caller.All(cast.Vendors, (vendor, _) => vendor.Propose(step, open));
        var said = proposed.SelectMany(p => p.Messages).ToArray();
        var decided = await Decide(step, open, proposed, [.. opened.Alliances.Select(a => a.Id)]);
        var concluded = await Conclude(step, open, proposed, decided);
        var partnered = PartnerPhase.Fix(market, opened, said, decided, concluded, step.Quarter);
        return (partnered, [.. said, .. decided.SelectMany(d => d.Sent)]);
    }

    private Task<ImmutableArray<AllianceDecision>> Decide(Step step, OpenedMarket open, SaidMessages[] proposed, ImmutableArray<string> alliances)
    {
        var senders = proposed.Select((said, v) => (cast.VendorId(v), said.Messages)).ToArray();
        ImmutableArray<PartnershipMessage> withdrawals = [.. proposed.SelectMany(p => p.Messages).Where(m => m.Kind == MessageKind.Withdrawal)];
        return new Rounds<AllianceDecided, AllianceDecision>(caller, answer => (answer.Lacking, answer.Decision)).Ask(
            alliances,
            id => cast.Alliance(id).Decide(step, open, withdrawals, Mail.Expect(senders, m => m.Alliance == id)),
            vendor => cast.Vendors[cast.VendorOf(vendor)].Propose(step, open));
    }

    private Task<ImmutableArray<VendorState>> Conclude(Step step, OpenedMarket open, SaidMessages[] proposed, ImmutableArray<AllianceDecision> decided)
    {
        var senders = decided.Select(d => (d.State.Id, d.Sent)).ToArray();
        return new Rounds<VendorConclusion, VendorState>(caller, answer => (answer.Lacking, answer.Concluded)).Ask(
            Enumerable.Range(0, cast.Vendors.Length).ToArray(),
            v => cast.Vendors[v].Conclude(step, open, Mail.Expect(senders, m => m.Vendor == v)),
            alliance => Decide(step, open, proposed, [alliance]));
    }
}
