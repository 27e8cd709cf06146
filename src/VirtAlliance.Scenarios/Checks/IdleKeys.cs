using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Checks;

/// <summary>Keys that are stated but change nothing, because what they act on is missing.</summary>
internal static class IdleKeys
{
    public static IEnumerable<string> Of(Map root, MarketDefinition market) =>
        market.Vendors.SelectMany((v, i) => OfVendor(market, v, i))
            .Concat(market.Franchises.SelectMany((f, i) => OfFranchise(market, f, i)))
            .Concat(market.Alliances.SelectMany((a, i) => OfAlliance(market, a, i)))
            .Concat(OfMarket(market))
            .Concat(OfMergers(market))
            .Concat(OfRules(root));

    private static IEnumerable<string> OfVendor(MarketDefinition market, Vendor vendor, int index)
    {
        var complements = vendor.TechnologyComplementCents.Concat(vendor.ProductComplementCents).Append(vendor.NoneComplementCents);
        if (complements.Any(c => c != 0) && vendor.Channels.All(c => c == 0)) yield return $"vendors.{vendor.Id}.complements-usd: without channels it earns nothing by them";
        if ((vendor.Research.ShareOfBookings > 0 || vendor.Research.FixedCents > 0) && market.Technologies.All(t => t.Learning == 0))
            yield return $"vendors.{vendor.Id}.research: no technology learns (learning is 0)";
        if (vendor.Partnership.Name != PartnershipRule.Scripted && market.Alliances.IsEmpty) yield return $"vendors.{vendor.Id}.partnership: there are no alliances";
        if (vendor.Price.Kind != PriceRuleKind.List && market.Products.All(p => p.Vendor != index)) yield return $"vendors.{vendor.Id}.price: it sells nothing";
    }

    private static IEnumerable<string> OfFranchise(MarketDefinition market, Franchise franchise, int index)
    {
        var vendor = market.Vendors[franchise.Vendor].Id;
        var held = market.Segments.Any(s => s.FranchiseShares[index] > 0);
        var sells = market.Products.Any(p => p.Vendor == franchise.Vendor);
        if (!held && franchise.WinProbability == 0 && franchise.CrossSell != 0) yield return $"vendors.{vendor}.cross-sell: nobody holds its franchise, and nobody wins it";
        if (!held && franchise.WinProbability == 0 && franchise.IncomeCents != 0) yield return $"vendors.{vendor}.franchise-usd: nobody holds its franchise, and nobody wins it";
        if (franchise.WinProbability > 0 && !sells) yield return $"vendors.{vendor}.wins-franchise: it sells nothing";
        if (franchise.CrossSell != 0 && !sells) yield return $"vendors.{vendor}.cross-sell: it sells nothing";
    }

    private static IEnumerable<string> OfAlliance(MarketDefinition market, Alliance alliance, int index)
    {
        var at = $"alliances.{alliance.Id}";
        var members = alliance.Members.Select(m => m.Vendor).Concat(market.Events.OfType<VendorJoins>().Where(j => j.Alliance == index).Select(j => j.Vendor)).ToHashSet();
        var dues = alliance.Tiers.Any(t => t.DuesCents > 0);
        if (alliance.Carry > 0 && members.All(m => market.Vendors[m].Channels.All(c => c == 0))) yield return $"{at}.carry: no member has channels";
        if (alliance.Carry > 0 && members.Count < 2) yield return $"{at}.carry: it has no fellow members";
        if (alliance.Carry == 0 && alliance.Commission > 0) yield return $"{at}.commission: nothing is carried (carry is 0)";
        if (alliance.Carry == 0 && alliance.Preference != new Preference(1, 1, false)) yield return $"{at}.preference: nothing is carried (carry is 0)";
        if (!dues && alliance.PoolResearch + alliance.PoolMarketing > 0) yield return $"{at}.pool: nobody pays dues";
        if (alliance.MarketingEffect != 0 && (alliance.PoolMarketing == 0 || !dues)) yield return $"{at}.marketing-effect: the pool spends nothing on marketing";
        if (alliance.Steering > 0 && (alliance.PoolResearch == 0 || !dues)) yield return $"{at}.steering: the pool spends nothing on research";
        if (alliance.AnnouncementLift > 0 && market.Segments.All(s => s.NetworkTaste == 0)) yield return $"{at}.announcement: no segment has a network taste";
        if (alliance.PoolResearch > 0 && dues && alliance.Steering == 0 && market.Technologies[alliance.Technology].Learning == 0)
            yield return $"{at}.pool.research: its technology does not learn (learning is 0), and nobody steers";
    }

    private static IEnumerable<string> OfMarket(MarketDefinition market)
    {
        if (market.Portability > 0 && market.Segments.All(s => s.SwitchingCost is { Mean: <= 0, Spread: 0 })) yield return "portability: no segment has a switching cost";
        if (market.Portability > 0 && market.Technologies.All(t => t.Openness == 0)) yield return "portability: no technology is open";
        foreach (var technology in market.Technologies.Where(t => t.Learning == 0 && t.Spillover.Any(s => s > 0)))
            yield return $"technologies.{technology.Id}.spillover: it does not learn (learning is 0)";
        if (market.Technologies.All(t => t.Openness == 0))
            foreach (var segment in market.Segments.Where(s => s.OpennessTaste != default)) yield return $"segments.{segment.Id}.openness-taste: no technology is open";
    }

    /// <summary>Takeovers between fellow members: the buyer's channels carried what it buys, and carry nothing of its own.</summary>
    private static IEnumerable<string> OfMergers(MarketDefinition market)
    {
        foreach (var merger in market.Events.OfType<Merger>())
            foreach (var alliance in market.Alliances.Where(a => a.Carry > 0 && new[] { merger.Vendor, merger.Into }.All(v => a.Members.Any(m => m.Vendor == v))))
                for (var j = 0; j < market.Products.Length; j++)
                    if (market.Products[j].Vendor == merger.Vendor && market.Products[j].Technology == alliance.Technology && !market.Events.OfType<ReachShock>().Any(r => r.Product == j && r.At >= merger.At))
                        yield return $"events, merger of {market.Vendors[merger.Vendor].Id} into {market.Vendors[merger.Into].Id}: from then on {market.Vendors[merger.Into].Id}'s channels carry nothing of {market.Products[j].Id}; a 'shock' of its reach would say what they sell of it";
    }

    /// <summary>Keys of rules that are not in force.</summary>
    private static IEnumerable<string> OfRules(Map root)
    {
        foreach (var vendor in root.Named(ScenarioKeys.Vendors))
        {
            var price = (vendor.Value as Map).Map(VendorKeys.Price);
            var rule = price.Text(PriceRuleKeys.Rule);
            foreach (var key in PriceRuleKeys.Shape.Keys)
                if (price?[key.Name] is not null && PriceRuleKeys.IsIdle(key, rule)) yield return $"vendors.{vendor.Name}.price.{key.Name}: the rule is {rule}, not {PriceRuleKeys.RuleOf(key)}";
            var partnership = (vendor.Value as Map).Map(VendorKeys.Partnership);
            if (partnership is not null && partnership.Text(PartnershipKeys.Rule) == PartnershipRule.Scripted && partnership.Named().Any(e => e.Name != "rule"))
                yield return $"vendors.{vendor.Name}.partnership: the rule is scripted";
        }
    }
}
