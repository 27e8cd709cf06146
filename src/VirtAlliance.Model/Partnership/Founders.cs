using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Partnership;

/// <summary>Who founds an alliance.</summary>
public static class Founders
{
    /// <summary>True if the scenario, or a vendor's announcement, has the alliance founded in <paramref name="quarter"/>, and it has not been founded before.</summary>
    public static bool AreDue(MarketDefinition market, AllianceState alliance, int quarter)
    {
        if (alliance.Status != AllianceStatus.Planned) return false;
        if (Rivals.Is(market, alliance)) return alliance.FoundedIn == quarter;
        return market.Alliances[alliance.Terms].Founded == quarter
            || market.Events.Any(e => e is AllianceFounded founding && founding.At == quarter && founding.Alliance == alliance.Terms);
    }

    /// <summary>Members of the founding that still trade, or whoever took them over, each in the highest tier it has a claim to; in order of vendor. Of a rival, its founder alone.</summary>
    public static ImmutableArray<Member> Party(MarketDefinition market, AllianceState alliance, ImmutableArray<VendorState> vendors)
    {
        if (Rivals.Is(market, alliance)) return [new Member(alliance.Leader, Rivals.FoundersTier, 0)];
        var terms = market.Alliances[alliance.Terms];
        ImmutableArray<Member> party = [];
        foreach (var founder in terms.Members)
        {
            var vendor = Heirs.Living(vendors, founder.Vendor);
            if (vendor < 0) continue;
            var tier = party.Where(m => m.Vendor == vendor).Aggregate(founder.Tier, (best, m) => Memberships.HigherTier(terms, best, m.Tier));
            party = Memberships.With(party, new Member(vendor, tier, 0));
        }
        return party;
    }

    /// <summary>The stated leader, or whoever took it over; if it has gone, the successor among the party; −1 without a party. Of a rival, its founder.</summary>
    public static int Leader(MarketDefinition market, AllianceState alliance, ImmutableArray<VendorState> vendors, ImmutableArray<Member> party)
    {
        if (Rivals.Is(market, alliance)) return alliance.Leader;
        var terms = market.Alliances[alliance.Terms];
        var leader = Heirs.Living(vendors, terms.Leader);
        if (leader >= 0) return leader;
        return party.IsEmpty ? -1 : Dissolution.Successor(terms, party);
    }
}
