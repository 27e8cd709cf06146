using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Scenarios.Coalitions;

/// <summary>A market in which exactly some of an alliance's founding members are in it, from the founding to the end, and the others stay out.</summary>
internal static class CoalitionMarket
{
    /// <param name="market">The market as it is.</param>
    /// <param name="alliance">Index of the alliance.</param>
    /// <param name="isIn">Which of its founding members, by vendor. Without the leader the member with the highest dues leads, by dues alone and without a favourite; with nobody it is never founded.</param>
    public static MarketDefinition Of(MarketDefinition market, int alliance, Func<int, bool> isIn)
    {
        var terms = market.Alliances[alliance];
        ImmutableArray<FoundingMember> members = [.. terms.Members.Where(m => isIn(m.Vendor))];
        return market with
        {
            Alliances = market.Alliances.SetItem(alliance, members.IsEmpty ? terms with { Founded = int.MaxValue } : Led(terms, members)),
            Vendors = [.. market.Vendors.Select(v => v with { Partnership = new PartnershipRule() })],
            Events = [.. market.Events.Where(e => !Concerns(e, alliance, unfounded: members.IsEmpty))],
        };
    }

    private static Alliance Led(Alliance terms, ImmutableArray<FoundingMember> members) => members.Any(m => m.Vendor == terms.Leader)
        ? terms with { Members = members }
        : terms with
        {
            Members = members,
            Leader = members.MaxBy(m => terms.Tiers[m.Tier].DuesCents).Vendor,
            LeaderControl = 0,
            Preference = terms.Preference with { Leader = terms.Preference.Others },
        };

    private static bool Concerns(MarketEvent happening, int alliance, bool unfounded) => happening switch
    {
        VendorJoins joins => joins.Alliance == alliance,
        VendorLeaves leaves => leaves.Alliance == alliance,
        AllianceFounded founded => founded.Alliance == alliance && unfounded,
        _ => false,
    };
}
