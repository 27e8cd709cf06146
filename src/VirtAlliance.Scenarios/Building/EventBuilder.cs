using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Building;

/// <summary>Events in the model's order: by quarter, kind and ids, whatever the file's order.</summary>
internal static class EventBuilder
{
    private static readonly Type[] Kinds =
    [
        typeof(PriceEvent), typeof(QualityShock), typeof(ReachShock), typeof(ProductEnters), typeof(ProductWithdraws), typeof(VendorExits), typeof(Merger),
        typeof(AllianceFounded), typeof(VendorJoins), typeof(VendorLeaves),
    ];

    public static ImmutableArray<MarketEvent> Build(Roster roster, int quarters) =>
    [
        .. roster.Root.List(ScenarioKeys.Events).OfType<Map>().Select(e => Event(roster, e)).Where(e => e.At < quarters)
            .OrderBy(e => e.At).ThenBy(e => Array.IndexOf(Kinds, e.GetType())).ThenBy(e => Subjects(roster, e), StringComparer.Ordinal),
    ];

    private static MarketEvent Event(Roster roster, Map e)
    {
        var at = roster.QuarterOf(e, EventKeys.At, 0);
        if (e.Map(EventKeys.Price) is { } price) return Price(roster, at, price);
        if (e.Map(EventKeys.Shock) is { } shock) return Shock(roster, at, shock);
        if (e.TextOrNull(EventKeys.Enters) is { } enters) return new ProductEnters(at, Roster.IndexOf(roster.Products, enters));
        if (e.TextOrNull(EventKeys.Withdraws) is { } withdraws) return new ProductWithdraws(at, Roster.IndexOf(roster.Products, withdraws));
        if (e.TextOrNull(EventKeys.VendorExits) is { } exits) return new VendorExits(at, Roster.IndexOf(roster.Vendors, exits));
        if (e.Map(EventKeys.Merger) is { } merger) return new Merger(at, Vendor(roster, merger, MergerKeys.Vendor), Vendor(roster, merger, MergerKeys.Into));
        if (e.TextOrNull(EventKeys.Founds) is { } founds) return new AllianceFounded(at, Roster.IndexOf(roster.Alliances, founds));
        if (e.Map(EventKeys.Joins) is { } joins) return Joins(roster, at, joins);
        var leaves = e.Map(EventKeys.Leaves)!;
        return new VendorLeaves(at, Roster.IndexOf(roster.Alliances, leaves.TextOrNull(LeavesKeys.Alliance)), Vendor(roster, leaves, LeavesKeys.Vendor));
    }

    private static PriceEvent Price(Roster roster, int at, Map price) => new(
        at,
        Roster.IndexOf(roster.Products, price.TextOrNull(PriceEventKeys.Product)),
        price.RealOrNull(PriceEventKeys.By),
        price.RealOrNull(PriceEventKeys.ToUsd) is null ? null : price.Cents(PriceEventKeys.ToUsd),
        (int)price.Whole(PriceEventKeys.Hold),
        [.. price.List(PriceEventKeys.Segments).OfType<Scalar>().Select(s => Roster.IndexOf(roster.Segments, s.Text)).Distinct().Order()]);

    private static MarketEvent Shock(Roster roster, int at, Map shock)
    {
        if (shock.TextOrNull(ShockKeys.Technology) is { } technology)
            return new QualityShock(at, Roster.IndexOf(roster.Technologies, technology), shock.RealOrNull(ShockKeys.Quality)!.Value);
        return new ReachShock(at, Roster.IndexOf(roster.Segments, shock.TextOrNull(ShockKeys.Segment)), Roster.IndexOf(roster.Products, shock.TextOrNull(ShockKeys.Product)),
            shock.RealOrNull(ShockKeys.Reach)!.Value);
    }

    private static VendorJoins Joins(Roster roster, int at, Map joins)
    {
        var alliance = Roster.IndexOf(roster.Alliances, joins.TextOrNull(JoinsKeys.Alliance));
        var tiers = AllianceRules.TierNames(roster.Alliances[alliance].Value as Map);
        return new VendorJoins(at, alliance, Vendor(roster, joins, JoinsKeys.Vendor), Math.Max(0, Array.IndexOf(tiers, joins.TextOrNull(JoinsKeys.Tier))));
    }

    private static int Vendor(Roster roster, Map map, Key key) => Roster.IndexOf(roster.Vendors, map.TextOrNull(key));

    /// <summary>Ids of what the event is about, then its figures, so that no two different events tie.</summary>
    private static string Subjects(Roster roster, MarketEvent e) => e switch
    {
        PriceEvent p => $"{roster.Products[p.Product].Name}\n{string.Join(' ', p.Segments.Select(s => roster.Segments[s].Name))}\n{p.ToCents}\n{Show(p.By)}\n{p.HoldQuarters}",
        QualityShock q => $"{roster.Technologies[q.Technology].Name}\n{Show(q.Quality)}",
        ReachShock r => $"{roster.Segments[r.Segment].Name}\n{roster.Products[r.Product].Name}\n{Show(r.Reach)}",
        ProductEnters p => roster.Products[p.Product].Name,
        ProductWithdraws p => roster.Products[p.Product].Name,
        VendorExits v => roster.Vendors[v.Vendor].Name,
        Merger m => $"{roster.Vendors[m.Vendor].Name}\n{roster.Vendors[m.Into].Name}",
        AllianceFounded a => roster.Alliances[a.Alliance].Name,
        VendorJoins j => $"{roster.Alliances[j.Alliance].Name}\n{roster.Vendors[j.Vendor].Name}\n{j.Tier}",
        VendorLeaves l => $"{roster.Alliances[l.Alliance].Name}\n{roster.Vendors[l.Vendor].Name}",
        _ => "",
    };

    private static string Show(double? figure) => figure is { } f ? NumberText.Of(f) : "";
}
