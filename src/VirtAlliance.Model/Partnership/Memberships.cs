using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>Who belongs where. A vendor belongs to at most one alliance per technology.</summary>
public static class Memberships
{
    /// <summary>The alliance behind <paramref name="technology"/> that <paramref name="vendor"/> belongs to; null: none.</summary>
    public static AllianceState? On(MarketDefinition market, ImmutableArray<AllianceState> alliances, int vendor, int technology)
    {
        foreach (var alliance in alliances)
            if (market.Alliances[alliance.Terms].Technology == technology && alliance.Has(vendor)) return alliance;
        return null;
    }

    /// <summary>What a member owes per quarter [cents].</summary>
    public static long StatedDuesCents(Alliance terms, Member member) => terms.Tiers[member.Tier].DuesCents;

    /// <summary>The higher of two tiers: the one with the higher dues, of equal ones the one listed first.</summary>
    public static int HigherTier(Alliance terms, int one, int other)
    {
        var byDues = terms.Tiers[one].DuesCents.CompareTo(terms.Tiers[other].DuesCents);
        return byDues != 0 ? (byDues > 0 ? one : other) : Math.Min(one, other);
    }

    /// <summary>Members with <paramref name="member"/> among them, in order of vendor; who is in already changes tier.</summary>
    public static ImmutableArray<Member> With(ImmutableArray<Member> members, Member member) =>
        [.. members.Where(m => m.Vendor != member.Vendor).Append(member).OrderBy(m => m.Vendor)];

    /// <summary>Members without <paramref name="vendor"/>.</summary>
    public static ImmutableArray<Member> Without(ImmutableArray<Member> members, int vendor) => [.. members.Where(m => m.Vendor != vendor)];
}
