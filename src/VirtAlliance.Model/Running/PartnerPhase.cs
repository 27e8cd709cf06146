using System.Collections.Immutable;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

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
        || Script.ToInvite(market.Definition, quarter).Any();

    /// <summary>Round 1: what a vendor sends to alliances.</summary>
    public static ImmutableArray<PartnershipMessage> Propose(Market market, MarketState opened, int vendor, int quarter) =>
        Proposals.Of(market, opened, vendor, quarter);

    /// <summary>Round 2: what an alliance makes of the messages it received, in any order, and what it answers.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="opened">The market as the quarter opened; the alliance itself is in it.</param>
    /// <param name="alliance">Id of the alliance.</param>
    /// <param name="received">All messages of round 1 that are addressed to it.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static AllianceDecision Decide(Market market, MarketState opened, string alliance, ImmutableArray<PartnershipMessage> received, int quarter) =>
        new Meeting(market.Definition, opened, opened.Alliances.First(a => a.Id == alliance), quarter).Decide(received);

    /// <summary>Round 3: what a vendor notes of the answers it received, in any order: who invited it. Older invitations have been answered, or have lapsed.</summary>
    public static VendorState Conclude(Market market, MarketState opened, int vendor, ImmutableArray<PartnershipMessage> received, int quarter) =>
        opened.Vendors[vendor] with
        {
            Invitations = [.. Correspondence.InOrder(received).Where(m => m.Kind == MessageKind.Invitation).Select(m => m.Alliance)],
        };

    /// <summary>The market with memberships fixed for the quarter.</summary>
    /// <param name="opened">The market as the quarter opened.</param>
    /// <param name="decisions">Of every alliance, by id.</param>
    /// <param name="vendors">Of every vendor, from <see cref="Conclude"/>.</param>
    public static MarketState Fix(MarketState opened, ImmutableArray<AllianceDecision> decisions, ImmutableArray<VendorState> vendors) =>
        opened with { Alliances = [.. decisions.Select(d => d.State)], Vendors = vendors };
}
