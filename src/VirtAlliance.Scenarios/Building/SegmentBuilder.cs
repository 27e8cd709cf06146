using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Building;

/// <summary>Segments; defaults of the file are already in their entries.</summary>
internal static class SegmentBuilder
{
    public static Segment Build(Roster roster, string id, Map entry)
    {
        var seats = entry.Map(SegmentKeys.Seats);
        var adoption = entry.Map(SegmentKeys.Adoption);
        var reach = Roster.Figures(roster.Products, entry.Map(SegmentKeys.Reach), 1);
        return new Segment
        {
            Id = id,
            Customers = (long)entry.RealOrNull(SegmentKeys.Customers)!.Value,
            Growth = entry.Real(SegmentKeys.Growth),
            StandsFor = entry.Whole(SegmentKeys.StandsFor),
            SeatsMedian = seats.Real(SeatsKeys.Median),
            SeatsSpread = seats.Real(SeatsKeys.Spread),
            ContractQuarters = (int)entry.Whole(SegmentKeys.Contract),
            Innovation = adoption.Real(AdoptionKeys.Innovation),
            Imitation = adoption.Real(AdoptionKeys.Imitation),
            PriceTaste = Taste(entry, SegmentKeys.PriceTaste),
            QualityTaste = Taste(entry, SegmentKeys.QualityTaste),
            OpennessTaste = Taste(entry, SegmentKeys.OpennessTaste),
            SwitchingCost = Taste(entry, SegmentKeys.SwitchingCost),
            NetworkTaste = entry.Real(SegmentKeys.NetworkTaste),
            InsideValue = entry.Real(SegmentKeys.InsideValue),
            FranchiseShares = Roster.Figures(roster.Franchises, entry.Map(SegmentKeys.Franchises), 0),
            Reach = reach,
            Shares = Shares(roster, entry, reach),
            Liking = [.. roster.Products.Select((p, j) => EntryReading.Number(entry.Map(SegmentKeys.Liking)?[p.Name]) ?? Unreached(entry, p, reach[j]))],
        };
    }

    /// <summary>A product that never comes here needs no liking; 0 keeps it out of the solved ones.</summary>
    private static double? Unreached(Map entry, MapEntry product, double reach) =>
        reach == 0 && EntryReading.Number(entry.Map(SegmentKeys.Shares)?[product.Name]) is not > 0 ? 0 : null;

    private static Taste Taste(Map entry, Key key)
    {
        if (entry.Map(key) is not { } full) return new Taste(entry.Real(key), 0);
        return new Taste(full.Real(TasteKeys.Mean(key.Default!)), full.Real(TasteKeys.Spread));
    }

    /// <summary>Stated shares; where only none's is stated, the products on offer share the rest alike, which matters for the opening's network only.</summary>
    private static ImmutableArray<double> Shares(Roster roster, Map entry, ImmutableArray<double> reach)
    {
        var stated = entry.Map(SegmentKeys.Shares);
        var none = stated is null ? 1 : EntryReading.Number(stated["none"]) ?? 0;
        if (stated is null || !ShareRules.GiveOnlyNone(entry)) return [.. Roster.Figures(roster.Products, stated, 0), none];
        var offered = roster.Products.Select((p, j) => reach[j] > 0 && IsAtStart(roster, (Map)p.Value)).ToArray();
        var each = offered.Any(o => o) ? (1 - none) / offered.Count(o => o) : 0;
        return [.. offered.Select(o => o ? each : 0), offered.Any(o => o) ? none : 1];
    }

    private static bool IsAtStart(Roster roster, Map product) =>
        roster.QuarterOf(product, ProductKeys.Enters, 0) == 0 && roster.QuarterOf(product, ProductKeys.Withdrawn, int.MaxValue) > 0;
}
