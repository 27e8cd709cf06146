using VirtAlliance.Model.Chance;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>Sizes, families of franchises and names of draws of segments.</summary>
internal static class SegmentRules
{
    private const double SumTolerance = 1e-9;

    public static void Check(Map root, Checking checking)
    {
        foreach (var (segment, merged) in Merged(root))
        {
            if (segment.Value is not Map) continue;
            if (merged[SegmentKeys.Customers.Name] is null) checking.Report(segment.NamePlace, $"found no 'customers' in a segment, expected {SegmentKeys.Customers.Shape.Expected} there");
            CheckSize(segment, merged, checking);
            CheckFamilies(root, merged, checking);
            ShareRules.Check(root, segment, merged, checking);
        }
        CheckHashes(root, checking);
    }

    /// <summary>Segments with the defaults put in where they are silent.</summary>
    public static IEnumerable<(MapEntry Segment, Map Merged)> Merged(Map root)
    {
        var defaults = root.Map(ScenarioKeys.SegmentDefaults);
        foreach (var segment in root.Named(ScenarioKeys.Segments)) yield return (segment, Merge(defaults, segment.Value as Map));
    }

    private static Map Merge(Map? defaults, Map? segment)
    {
        var merged = new Map(segment?.Place ?? default);
        foreach (var entry in defaults?.Named() ?? []) merged.Put(entry);
        foreach (var entry in segment?.Entries ?? []) merged.Put(entry);
        return merged;
    }

    private static void CheckSize(MapEntry segment, Map merged, Checking checking)
    {
        if (checking.Quarters is not { } quarters || merged.RealOrNull(SegmentKeys.Customers) is not { } customers) return;
        var last = customers * (1 + merged.Real(SegmentKeys.Growth) * (quarters - 1));
        if (last > uint.MaxValue) checking.Report(segment.NamePlace, $"found growth to {last:E2} customers, expected at most {(long)uint.MaxValue:N0} in the last quarter");
    }

    private static void CheckFamilies(Map root, Map merged, Checking checking)
    {
        var vendors = root.Map(ScenarioKeys.Vendors);
        foreach (var family in merged.Named(SegmentKeys.Franchises).GroupBy(e => (vendors?[e.Name] as Map).TextOrNull(VendorKeys.Family) ?? e.Name))
        {
            var sum = family.Sum(e => EntryReading.Number(e.Value) ?? 0);
            if (sum > 1 + SumTolerance)
                checking.Report(family.Last().Value.Place, $"found franchises of the family {Findings.Quote(family.Key)} with shares that sum to {NumberText.Of(sum)}, expected at most 1, as they exclude each other");
        }
    }

    private static void CheckHashes(Map root, Checking checking)
    {
        foreach (var alike in root.Named(ScenarioKeys.Segments).GroupBy(s => SegmentHash.Of(s.Name)).Where(g => g.Count() > 1))
            checking.Report(alike.Last().NamePlace, $"found the segments {string.Join(" and ", alike.Select(s => Findings.Quote(s.Name)))}, whose draws would be the same, expected another name for one of them");
    }
}
