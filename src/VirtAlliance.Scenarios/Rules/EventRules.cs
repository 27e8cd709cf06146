using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>What an event must say besides its kind.</summary>
internal static class EventRules
{
    public static void Check(Map root, Checking checking)
    {
        foreach (var happening in root.List(ScenarioKeys.Events).OfType<Map>())
        {
            CheckShock(happening, checking);
            CheckMerger(happening, checking);
            CheckTier(root, happening, checking);
        }
    }

    private static void CheckShock(Map happening, Checking checking)
    {
        if (happening[EventKeys.Shock.Name] is not Map shock) return;
        string[] parts = shock[ShockKeys.Technology.Name] is not null ? [ShockKeys.Technology.Name, ShockKeys.Quality.Name]
            : shock[ShockKeys.Segment.Name] is not null ? [ShockKeys.Segment.Name, ShockKeys.Product.Name, ShockKeys.Reach.Name] : [];
        if (parts.Length == 0) return;
        var owner = happening.Find(EventKeys.Shock.Name)!.NamePlace;
        foreach (var part in parts.Where(p => shock[p] is null)) checking.Report(owner, $"found no '{part}' in a shock, expected {string.Join(", ", parts)}");
        foreach (var other in shock.Named().Where(e => !parts.Contains(e.Name) && e.Name is not "technology" and not "segment" && ShockKeys.Shape.Find(e.Name) is not null))
            checking.Report(other.NamePlace, $"found '{other.Name}' in a shock to a {parts[0]}, expected {string.Join(", ", parts)}");
    }

    private static void CheckMerger(Map happening, Checking checking)
    {
        var merger = happening.Map(EventKeys.Merger);
        if (merger?[MergerKeys.Into.Name] is Scalar into && into.Text == merger.TextOrNull(MergerKeys.Vendor)) checking.Add(into, "another vendor than the one taken over");
    }

    private static void CheckTier(Map root, Map happening, Checking checking)
    {
        var joins = happening.Map(EventKeys.Joins);
        if (joins?[JoinsKeys.Tier.Name] is not Scalar tier || joins.TextOrNull(JoinsKeys.Alliance) is not { } alliance) return;
        if (root.Map(ScenarioKeys.Alliances)?[alliance] is not Map terms) return;
        var tiers = AllianceRules.TierNames(terms);
        if (!tiers.Contains(tier.Text)) checking.Add(tier, $"a tier of the alliance ({string.Join(", ", tiers)})", tiers);
    }
}
