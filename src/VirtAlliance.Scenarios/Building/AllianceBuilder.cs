using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Building;

/// <summary>Alliances with their terms and founding members.</summary>
internal static class AllianceBuilder
{
    public static Alliance Build(Roster roster, string id, Map entry)
    {
        var leader = Roster.IndexOf(roster.Vendors, entry.TextOrNull(AllianceKeys.Leader));
        var pool = entry.Map(AllianceKeys.Pool);
        var announcement = entry.Map(AllianceKeys.Announcement);
        return new Alliance
        {
            Id = id,
            Technology = Roster.IndexOf(roster.Technologies, entry.TextOrNull(AllianceKeys.Technology)),
            Leader = leader,
            Members = Members(roster, entry, leader),
            Tiers = Tiers(entry),
            Founded = roster.QuarterOf(entry, AllianceKeys.Founded, AllianceRules.IsFoundedByEvent(roster.Root, id) ? int.MaxValue : 0),
            PoolResearch = pool.Real(PoolKeys.Research),
            PoolMarketing = pool.Real(PoolKeys.Marketing),
            Effectiveness = entry.Real(AllianceKeys.Effectiveness),
            LeaderControl = entry.Real(AllianceKeys.LeaderControl),
            Steering = entry.Real(AllianceKeys.Steering),
            Carry = entry.Real(AllianceKeys.Carry),
            Preference = Preference(entry),
            Commission = entry.Real(AllianceKeys.Commission),
            MarketingEffect = entry.Real(AllianceKeys.MarketingEffect),
            MarketingUnitUsd = entry.Real(AllianceKeys.MarketingUnit),
            MarketingWear = entry.Real(AllianceKeys.MarketingWear),
            AnnouncementLift = announcement.Real(AnnouncementKeys.Lift),
            AnnouncementHalfLifeQuarters = announcement.Real(AnnouncementKeys.HalfLife),
            ByInvitation = entry.TextOrNull(AllianceKeys.Admission) == "invitation",
            Aim = Aim(roster, entry.Map(AllianceKeys.Aim)),
        };
    }

    private static ImmutableArray<FoundingMember> Members(Roster roster, Map entry, int leader)
    {
        var tiers = AllianceRules.TierNames(entry);
        var members = AllianceRules.Listed(entry).Select(m => new FoundingMember(Roster.IndexOf(roster.Vendors, m.Vendor.Text), Array.IndexOf(tiers, m.Tier))).ToList();
        if (members.All(m => m.Vendor != leader)) members.Add(new FoundingMember(leader, 0));
        return [.. members.OrderBy(m => m.Vendor)];
    }

    private static ImmutableArray<Tier> Tiers(Map entry)
    {
        ImmutableArray<Tier> tiers = [.. entry.Named(AllianceKeys.Tiers).Select(t => new Tier(t.Name, (t.Value as Map).Cents(TierKeys.Dues)))];
        return tiers.Length > 0 ? tiers : [new Tier("member", 0)];
    }

    private static Preference Preference(Map entry)
    {
        var weights = entry.Map(AllianceKeys.Preference);
        return new Preference(weights.Real(PreferenceKeys.Leader), weights.Real(PreferenceKeys.Others), entry.TextOrNull(AllianceKeys.Preference) == "by-control");
    }

    private static AllianceAim? Aim(Roster roster, Map? entry) => entry is null ? null : new AllianceAim(
        Roster.IndexOf(roster.Technologies, entry.TextOrNull(AimKeys.Technology)), entry.RealOrNull(AimKeys.Share)!.Value, roster.QuarterOf(entry, AimKeys.By, 0));
}
