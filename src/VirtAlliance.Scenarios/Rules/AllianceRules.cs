using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>Members, tiers and pools of alliances.</summary>
internal static class AllianceRules
{
    public static void Check(Map root, Checking checking)
    {
        var alliances = root.Named(ScenarioKeys.Alliances).Where(a => a.Value is Map).Select(a => (a.Name, a.NamePlace, Entry: (Map)a.Value)).ToArray();
        foreach (var (name, _, alliance) in alliances)
        {
            CheckTiers(alliance, checking);
            CheckMembers(alliance, checking);
            CheckPool(alliance, checking);
            CheckFounding(root, name, alliance, checking);
        }
        Map[] founded = [.. alliances.Where(a => IsFounded(root, a.Name, a.Entry)).Select(a => a.Entry)];
        for (var i = 0; i < founded.Length; i++)
            for (var j = 0; j < i; j++) CheckOverlap(root, founded[j], founded[i], checking);
    }

    /// <summary>Vendors with the tier they are listed in, by name; the first tier for a plain list. The leader only if listed.</summary>
    public static IEnumerable<(Scalar Vendor, string Tier)> Listed(Map alliance) => alliance[AllianceKeys.Members.Name] switch
    {
        Sequence list => list.Items.OfType<Scalar>().Select(v => (v, TierNames(alliance)[0])),
        Map byTier => byTier.Named().SelectMany(t => (t.Value as Sequence)?.Items.OfType<Scalar>().Select(v => (v, t.Name)) ?? []),
        _ => [],
    };

    /// <summary>Names of an alliance's tiers, the highest first.</summary>
    public static string[] TierNames(Map? alliance)
    {
        var named = alliance.Named(AllianceKeys.Tiers).Select(t => t.Name).ToArray();
        return named.Length > 0 ? named : ["member"];
    }

    private static void CheckTiers(Map alliance, Checking checking)
    {
        if (alliance[AllianceKeys.Members.Name] is not Map byTier) return;
        var tiers = TierNames(alliance);
        foreach (var tier in byTier.Named().Where(t => !tiers.Contains(t.Name)))
            checking.Report(tier.NamePlace, Findings.Message(tier.Name, $"a tier of the alliance ({string.Join(", ", tiers)})", tiers));
    }

    private static void CheckMembers(Map alliance, Checking checking)
    {
        foreach (var twice in Listed(alliance).GroupBy(m => m.Vendor.Text).Where(g => g.Count() > 1))
            checking.Report(twice.Skip(1).First().Vendor.Place, $"found {Findings.Quote(twice.Key)} a second time, expected each member once");
    }

    private static void CheckPool(Map alliance, Checking checking)
    {
        if (alliance.Map(AllianceKeys.Pool) is not { } pool) return;
        var sum = pool.Real(PoolKeys.Research) + pool.Real(PoolKeys.Marketing);
        if (sum > 1 + 1e-9) checking.Report(pool.Place, $"found shares of the pool that sum to {NumberText.Of(sum)}, expected at most 1");
    }

    private static void CheckFounding(Map root, string name, Map alliance, Checking checking)
    {
        if (alliance[AllianceKeys.Founded.Name] is not { } founded || alliance.TextOrNull(AllianceKeys.Founded) == "never") return;
        if (IsFoundedByEvent(root, name)) checking.Report(founded.Place, $"found a founding quarter of {Findings.Quote(name)}, which an event founds too, expected one of the two");
    }

    /// <summary>True if an event founds the alliance; then it is not there from the start.</summary>
    public static bool IsFoundedByEvent(Map root, string alliance) => root.List(ScenarioKeys.Events).OfType<Map>().Any(e => e.TextOrNull(EventKeys.Founds) == alliance);

    /// <summary>False for one that only another arm founds.</summary>
    private static bool IsFounded(Map root, string name, Map alliance) => alliance.TextOrNull(AllianceKeys.Founded) != "never" || IsFoundedByEvent(root, name);

    private static void CheckOverlap(Map root, Map earlier, Map later, Checking checking)
    {
        if (earlier.TextOrNull(AllianceKeys.Technology) != later.TextOrNull(AllianceKeys.Technology)) return;
        var known = All(earlier).Select(m => m.Text).ToHashSet();
        foreach (var member in All(later).Where(m => known.Contains(m.Text) && !MovesAway(root, m.Text)).DistinctBy(m => m.Text))
            checking.Report(member.Place, $"found {Findings.Quote(member.Text)} in two alliances behind one technology, expected at most one");
    }

    private static IEnumerable<Scalar> All(Map alliance) =>
        Listed(alliance).Select(m => m.Vendor).Concat(alliance[AllianceKeys.Leader.Name] is Scalar leader ? [leader] : []);

    private static bool MovesAway(Map root, string vendor) => root.List(ScenarioKeys.Events).OfType<Map>().Any(e =>
        e.Map(EventKeys.Leaves).TextOrNull(LeavesKeys.Vendor) == vendor || e.TextOrNull(EventKeys.VendorExits) == vendor || e.Map(EventKeys.Merger).TextOrNull(MergerKeys.Vendor) == vendor);
}
