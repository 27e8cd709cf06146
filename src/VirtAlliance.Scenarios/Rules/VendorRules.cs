using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>Price rules that follow each other, splits, complements, franchises.</summary>
internal static class VendorRules
{
    /// <summary>A customer's franchises are the bits of one byte.</summary>
    public const int MaxFranchises = 8;

    private const double SumTolerance = 1e-9;

    public static void Check(Map root, Checking checking)
    {
        foreach (var vendor in root.Named(ScenarioKeys.Vendors))
        {
            CheckFollow(root, vendor, checking);
            CheckSplit((vendor.Value as Map).Map(VendorKeys.Research), checking);
            CheckComplements(vendor.Value as Map, checking);
        }
        var holders = Franchisers(root).ToArray();
        if (holders.Length > MaxFranchises)
            checking.Report(holders[MaxFranchises].NamePlace, $"found {holders.Length} vendors with a franchise, expected at most {MaxFranchises}");
    }

    /// <summary>Vendors with a franchise: those with a key about it, and those whose franchise a segment's customers hold; in the file's order.</summary>
    public static IEnumerable<MapEntry> Franchisers(Map root)
    {
        var held = SegmentRules.Merged(root).SelectMany(s => s.Merged.Named(SegmentKeys.Franchises)).Select(e => e.Name).ToHashSet();
        return root.Named(ScenarioKeys.Vendors).Where(v => held.Contains(v.Name) || HasFranchiseKey(v.Value as Map));
    }

    private static bool HasFranchiseKey(Map? vendor) =>
        new[] { VendorKeys.CrossSell, VendorKeys.WinsFranchise, VendorKeys.FranchiseUsd, VendorKeys.Family }.Any(k => vendor?[k.Name] is not null);

    private static void CheckSplit(Map? research, Checking checking)
    {
        if (research?[ResearchKeys.Split.Name] is not Map split || !split.Named().Any()) return;
        var sum = split.Named().Sum(e => EntryReading.Number(e.Value) ?? 0);
        if (Math.Abs(sum - 1) > SumTolerance) checking.Report(split.Place, $"found shares that sum to {NumberText.Of(sum)}, expected 1");
    }

    private static void CheckComplements(Map? vendor, Checking checking)
    {
        foreach (var entry in vendor.Named(VendorKeys.Complements))
            if (checking.Names.Has(Refers.Technology, entry.Name) && checking.Names.Has(Refers.Product, entry.Name))
                checking.Report(entry.NamePlace, $"found {Findings.Quote(entry.Name)}, which names both a technology and a product, expected a name that tells them apart");
    }

    private static void CheckFollow(Map root, MapEntry vendor, Checking checking)
    {
        var price = (vendor.Value as Map).Map(VendorKeys.Price);
        if (price.TextOrNull(PriceRuleKeys.Rule) != "follow") return;
        if (price![PriceRuleKeys.Product.Name] is not { } followed)
        {
            checking.Report((vendor.Value as Map)!.Find(VendorKeys.Price.Name)!.NamePlace, "found no 'product' in a price rule, expected a product to follow");
            return;
        }
        var chain = new List<string> { vendor.Name };
        while (Leader(root, chain[^1]) is { } next)
        {
            chain.Add(next);
            if (next == vendor.Name)
            {
                if (chain.Min(StringComparer.Ordinal) == vendor.Name)
                    checking.Report(followed.Place, $"found price rules that follow each other in a circle ({string.Join(" → ", chain)}), expected one that does not");
                return;
            }
            if (chain.IndexOf(next) < chain.Count - 1) return;
        }
    }

    /// <summary>The vendor whose product this one's prices follow; null if they follow none.</summary>
    private static string? Leader(Map root, string vendor)
    {
        var price = (root.Map(ScenarioKeys.Vendors)?[vendor] as Map).Map(VendorKeys.Price);
        if (price.TextOrNull(PriceRuleKeys.Rule) != "follow" || price.TextOrNull(PriceRuleKeys.Product) is not { } product) return null;
        return (root.Map(ScenarioKeys.Products)?[product] as Map).TextOrNull(ProductKeys.Vendor);
    }
}
