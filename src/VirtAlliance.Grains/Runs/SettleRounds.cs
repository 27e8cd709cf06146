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

/// <summary>Phase 5: vendors close their books and pay dues, then alliances spend them.</summary>
internal sealed class SettleRounds(RunCast cast, Market market, Caller caller)
{
    /// <summary>The quarter's record, and what vendors offer next.</summary>
    /// <param name="step">Where the run is.</param>
    /// <param name="closing">What vendors close their books by.</param>
    /// <param name="expected">Per vendor the bulk orders it was sent.</param>
    /// <param name="said">Messages of the Partner phase.</param>
    /// <param name="redeliver">Has a territory deliver its orders again.</param>
    public async Task<(QuarterRecord Record, ImmutableArray<VendorOffer> Next)> Hold(
        Step step, ClosingQuarter closing, ImmutableArray<ImmutableArray<Expected>> expected, ImmutableArray<PartnershipMessage> said, Func<string, Task> redeliver)
    {
        var settled = await new Rounds<VendorSettled, VendorSettled>(caller, answer => (answer.Lacking, answer.Settlement is null ? null : answer)).Ask(
            Enumerable.Range(0, cast.Vendors.Length).ToArray(), v => cast.Vendors[v].Settle(step, closing, expected[v]), redeliver);
        ImmutableArray<VendorSettlement> settlements = [.. settled.Select(s => s.Settlement!)];
        var alliances = await Alliances(step, closing, expected, settlements);
        var dues = settlements.SelectMany(s => s.Contributions);
        var record = SettlePhase.Close(market, closing.Partnered, closing.Traded, closing.Terms, settlements, alliances, [.. said, .. dues]);
        return (record, closing.Next is null ? [] : [.. settled.Select(s => s.Next!)]);
    }

    private async Task<ImmutableArray<AllianceState>> Alliances(
        Step step, ClosingQuarter closing, ImmutableArray<ImmutableArray<Expected>> expected, ImmutableArray<VendorSettlement> settlements)
    {
        if (closing.Partnered.Alliances.IsEmpty) return [];
        var senders = settlements.Select(s => (cast.VendorId(s.Vendor), s.Contributions)).ToArray();
        return await new Rounds<AllianceSettled, AllianceState>(caller, answer => (answer.Lacking, answer.Closed)).Ask(
            closing.Partnered.Alliances,
            alliance => Settle(step, alliance, Mail.Expect(senders, m => m.Alliance == alliance.Id)),
            vendor => cast.Vendors[cast.VendorOf(vendor)].Settle(step, closing, expected[cast.VendorOf(vendor)]));
    }

    private Task<AllianceSettled> Settle(Step step, AllianceState alliance, ImmutableArray<Expected> expected) =>
        alliance.Status == AllianceStatus.Active || !expected.IsEmpty
            ? cast.Alliance(alliance.Id).Settle(step, new PartneredAlliance(alliance), expected)
            : Task.FromResult(new AllianceSettled([], SettlePhase.Alliance(market, alliance, [], step.Quarter)));   // nobody is there to be asked
}
