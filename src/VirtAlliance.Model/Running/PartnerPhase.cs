using System.Collections.Immutable;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Partnership.Rules;

namespace VirtAlliance.Model.Running;

/// <summary>Phase 2: vendors and alliances exchange partnership messages, in three one-way rounds.</summary>
public static class PartnerPhase
{
    /// <summary>False: nobody has anything to say this quarter, and the phase is skipped.</summary>
    public static bool HasBusiness(Market market, MarketState opened, int quarter) =>
        opened.Alliances.Any(a => Founders.AreDue(market.Definition, a, quarter) || a.Members.Any(m => m.UnpaidQuarters > Meeting.UnpaidQuartersAllowed))
        || opened.Vendors.Any(v => !v.Invitations.IsEmpty)
        || Script.Joins(market.Definition, quarter).Any()
        || Script.Leaves(market.Definition, quarter).Any()
        || Guests.MayBeInvited(market.Definition, quarter)
        || (!opened.Alliances.IsEmpty && PartnershipRules.AnybodyDecides(market.Definition, quarter));

    /// <summary>Round 1: what a vendor sends to alliances; a founding of one that is not there yet, to the coordinator.</summary>
    public static ImmutableArray<PartnershipMessage> Propose(Market market, OpeningRecord opening, MarketState opened, int vendor, int quarter) =>
        Proposals.Of(market, opening, opened, vendor, quarter);

    /// <summary>Round 2: what an alliance makes of the messages it received, in any order, and what it answers.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="opening">The run's opening.</param>
    /// <param name="opened">The market as the quarter opened; the alliance itself is in it.</param>
    /// <param name="alliance">Id of the alliance.</param>
    /// <param name="received">All messages of round 1 that are addressed to it.</param>
    /// <param name="withdrawals">All withdrawals of round 1, whomever they are addressed to, in any order.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static AllianceDecision Decide(
        Market market, OpeningRecord opening, MarketState opened, string alliance,
        ImmutableArray<PartnershipMessage> received, ImmutableArray<PartnershipMessage> withdrawals, int quarter) =>
        new Meeting(market.Definition, opened, opened.Alliances.First(a => a.Id == alliance), withdrawals, quarter)
            .Decide(received, decided => Guests.Of(market, opening, opened, decided, quarter));

    /// <summary>Round 3: what a vendor notes of the answers it received, in any order: who invited it. Older invitations have been answered, or have lapsed.</summary>
    public static VendorState Conclude(Market market, MarketState opened, int vendor, ImmutableArray<PartnershipMessage> received, int quarter) =>
        opened.Vendors[vendor] with
        {
            Invitations = [.. Correspondence.InOrder(received).Where(m => m.Kind == MessageKind.Invitation).Select(m => m.Alliance)],
        };

    /// <summary>The market with memberships fixed for the quarter, and with the rivals that were announced for the next.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="opened">The market as the quarter opened.</param>
    /// <param name="proposed">All messages of round 1, in any order.</param>
    /// <param name="decisions">Of every alliance, by id.</param>
    /// <param name="vendors">Of every vendor, from <see cref="Conclude"/>.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static MarketState Fix(
        Market market, MarketState opened, IEnumerable<PartnershipMessage> proposed, ImmutableArray<AllianceDecision> decisions, ImmutableArray<VendorState> vendors, int quarter) =>
        opened with
        {
            Alliances = Rivals.WithAnnounced(market.Definition, [.. decisions.Select(d => d.State)], proposed, quarter),
            Vendors = vendors,
        };

    /// <summary>All three rounds, without anybody on the way.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="opened">The market as the quarter opened.</param>
    /// <param name="proposed">Round 1, of all vendors.</param>
    /// <param name="decide">Round 2, of an alliance: its id, what it received, all withdrawals.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static (MarketState Partnered, ImmutableArray<PartnershipMessage> Said) Hold(
        Market market, MarketState opened, ImmutableArray<PartnershipMessage> proposed,
        Func<string, ImmutableArray<PartnershipMessage>, ImmutableArray<PartnershipMessage>, AllianceDecision> decide, int quarter)
    {
        ImmutableArray<PartnershipMessage> withdrawals = [.. proposed.Where(m => m.Kind == MessageKind.Withdrawal)];
        ImmutableArray<AllianceDecision> decided = [.. opened.Alliances.Select(a => decide(a.Id, [.. proposed.Where(m => m.Alliance == a.Id)], withdrawals))];
        ImmutableArray<PartnershipMessage> answered = [.. decided.SelectMany(d => d.Sent)];
        var concluded = opened.Vendors.Select((_, v) => Conclude(market, opened, v, [.. answered.Where(m => m.Vendor == v)], quarter));
        return (Fix(market, opened, proposed, decided, [.. concluded], quarter), [.. proposed, .. answered]);
    }
}
