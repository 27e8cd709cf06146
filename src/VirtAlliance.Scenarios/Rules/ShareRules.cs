using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>How a segment's shares, likings and reach must fit together.</summary>
internal static class ShareRules
{
    private const double SumTolerance = 1e-9;

    public static void Check(Map root, MapEntry segment, Map merged, Checking checking)
    {
        if (merged[SegmentKeys.Shares.Name] is null && merged[SegmentKeys.Liking.Name] is null)
        {
            checking.Report(segment.NamePlace, "found neither 'shares' nor 'liking' in a segment, expected one of them there");
            return;
        }
        CheckSum(merged, checking);
        foreach (var product in root.Named(ScenarioKeys.Products)) CheckProduct(root, segment, merged, product, checking);
        CheckMixture(merged, checking);
    }

    /// <summary>True if shares name none only: then those of products follow from their likings.</summary>
    public static bool GiveOnlyNone(Map merged) =>
        merged[SegmentKeys.Liking.Name] is not null && merged.Named(SegmentKeys.Shares).All(e => e.Name == "none");

    private static void CheckSum(Map merged, Checking checking)
    {
        if (merged[SegmentKeys.Shares.Name] is not Map shares || GiveOnlyNone(merged)) return;
        var sum = shares.Named().Sum(e => EntryReading.Number(e.Value) ?? 0);
        if (Math.Abs(sum - 1) <= SumTolerance) return;
        var hint = shares["none"] is null && sum < 1 ? " (none is a share too)" : "";
        checking.Report(shares.Place, $"found shares that sum to {NumberText.Of(Math.Round(sum, 12))}, expected 1{hint}");
    }

    private static void CheckProduct(Map root, MapEntry segment, Map merged, MapEntry product, Checking checking)
    {
        var atStart = ProductRules.AtStart(product.Value as Map, checking);
        var reach = EntryReading.Number(merged.Map(SegmentKeys.Reach)?[product.Name]) ?? 1;
        var share = merged.Map(SegmentKeys.Shares)?[product.Name];
        if (EntryReading.Number(share) is > 0)
        {
            if (!atStart) checking.Report(share!.Place, $"found a share of {Findings.Quote(product.Name)}, which is not on offer at the start, expected 0");
            else if (reach == 0) checking.Report(share!.Place, $"found a share of {Findings.Quote(product.Name)}, whose reach is 0 here, expected 0");
            return;
        }
        if (merged.Map(SegmentKeys.Liking)?[product.Name] is not null || (reach == 0 && !IsReachedLater(root, segment.Name, product.Name))) return;
        checking.Report(segment.NamePlace, $"found no liking of {Findings.Quote(product.Name)} in segment {Findings.Quote(segment.Name)}, expected one under 'liking': its share at the start is 0{(atStart ? "" : " as it enters later")}");
    }

    private static void CheckMixture(Map merged, Checking checking)
    {
        var held = merged.Named(SegmentKeys.Shares).Where(e => e.Name != "none" && EntryReading.Number(e.Value) is > 0).Select(e => e.Name).ToHashSet();
        var stated = merged.Named(SegmentKeys.Liking).Where(e => held.Contains(e.Name)).ToArray();
        if (stated.Length > 0 && stated.Length < held.Count)
            checking.Report(stated[0].NamePlace, $"found a liking of {Findings.Quote(stated[0].Name)} but not of {string.Join(", ", held.Except(stated.Select(e => e.Name)).Order(StringComparer.Ordinal).Select(Findings.Quote))}, expected likings of all products with a share, or of none of them");
    }

    private static bool IsReachedLater(Map root, string segment, string product) => root.List(ScenarioKeys.Events).OfType<Map>()
        .Select(e => e.Map(EventKeys.Shock)).Any(s => s.TextOrNull(ShockKeys.Segment) == segment && s.TextOrNull(ShockKeys.Product) == product);
}
