using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Building;

/// <summary>A checked tree as a market: defaults filled in, names turned into indexes, USD into cents.</summary>
internal static class MarketBuilder
{
    /// <param name="root">A tree in which the rules found nothing wrong.</param>
    /// <param name="quarters">Instead of the file's number; null: the file's.</param>
    public static MarketDefinition Build(Map root, int? quarters)
    {
        var roster = new Roster(root);
        var trades = quarters ?? (int)EntryReading.Number(root[ScenarioKeys.Quarters.Name])!.Value;
        return new MarketDefinition
        {
            Scenario = root.TextOrNull(ScenarioKeys.Scenario)!,
            Starts = roster.Starts,
            Quarters = trades,
            Discount = root.Real(ScenarioKeys.Discount),
            Portability = root.Real(ScenarioKeys.Portability),
            Technologies = [.. roster.Technologies.Select(t => Technology(roster, t.Name, (Map)t.Value))],
            Vendors = [.. roster.Vendors.Select(v => VendorBuilder.Build(roster, v.Name, (Map)v.Value))],
            Products = [.. roster.Products.Select(p => Product(roster, p.Name, (Map)p.Value))],
            Franchises = [.. roster.Franchises.Select(v => VendorBuilder.Franchise(roster, v.Name, (Map)v.Value))],
            Segments = Segments(roster),
            Alliances = [.. roster.Alliances.Select(a => AllianceBuilder.Build(roster, a.Name, (Map)a.Value))],
            Events = EventBuilder.Build(roster, trades),
            TableOrder = new TableOrder(roster.InFileOrder(roster.Vendors, ScenarioKeys.Vendors), roster.InFileOrder(roster.Segments, ScenarioKeys.Segments)),
        };
    }

    private static Technology Technology(Roster roster, string id, Map entry)
    {
        var knowledge = entry.Real(TechnologyKeys.Knowledge);
        var depreciation = entry.Real(TechnologyKeys.Depreciation);
        return new Technology
        {
            Id = id,
            Openness = entry.Real(TechnologyKeys.Openness),
            Quality = entry.Real(TechnologyKeys.Quality),
            KnowledgeUsd = knowledge,
            Learning = entry.Real(TechnologyKeys.Learning),
            Depreciation = depreciation,
            CommunityUsd = entry.RealOrNull(TechnologyKeys.Community) ?? depreciation * knowledge,
            Spillover = Roster.Figures(roster.Technologies, entry.Map(TechnologyKeys.Spillover), 0),
        };
    }

    private static Product Product(Roster roster, string id, Map entry) => new()
    {
        Id = id,
        Vendor = Roster.IndexOf(roster.Vendors, entry.TextOrNull(ProductKeys.Vendor)),
        Technology = Roster.IndexOf(roster.Technologies, entry.TextOrNull(ProductKeys.Technology)),
        PriceCents = entry.Cents(ProductKeys.Price),
        UnitCostCents = entry.ExactCents(ProductKeys.UnitCost),
        Quality = entry.Real(ProductKeys.Quality),
        Enters = roster.QuarterOf(entry, ProductKeys.Enters, 0),
        Withdrawn = roster.QuarterOf(entry, ProductKeys.Withdrawn, int.MaxValue),
    };

    private static ImmutableArray<Segment> Segments(Roster roster)
    {
        var merged = SegmentRules.Merged(roster.Root).ToDictionary(s => s.Segment.Name, s => s.Merged);
        return [.. roster.Segments.Select(s => SegmentBuilder.Build(roster, s.Name, merged[s.Name]))];
    }
}
