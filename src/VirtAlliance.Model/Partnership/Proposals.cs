using System.Collections.Immutable;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>What a vendor says to alliances in a quarter's first round.</summary>
public static class Proposals
{
    /// <summary>Foundings, applications and withdrawals of a vendor that trades, in order of alliance.</summary>
    /// <remarks>It asks for one membership per technology: its founding of an alliance first, then the first alliance by id.</remarks>
    public static ImmutableArray<PartnershipMessage> Of(Market market, MarketState opened, int vendor, int quarter)
    {
        if (opened.Vendors[vendor].Status != VendorStatus.Active) return [];
        var said = Foundings(market, opened, vendor, quarter).Concat(Joins(market, vendor, quarter))
            .OrderBy(m => m.Kind == MessageKind.Founding ? 0 : 1).ThenBy(m => m.Alliance, StringComparer.Ordinal)
            .DistinctBy(m => TechnologyOf(market, m.Alliance))
            .Concat(Withdrawals(market, opened, vendor, quarter))
            .OrderBy(m => m.Alliance, StringComparer.Ordinal).ThenBy(m => m.Kind);
        return [.. said.Select((m, number) => m with { Number = number })];
    }

    private static IEnumerable<PartnershipMessage> Foundings(Market market, MarketState opened, int vendor, int quarter)
    {
        foreach (var alliance in opened.Alliances)
        {
            if (!Founders.AreDue(market.Definition, alliance, quarter)) continue;
            var terms = market.Definition.Alliances[alliance.Terms];
            var party = Founders.Party(terms, opened.Vendors);
            var kind = Founders.Leader(terms, opened.Vendors, party) == vendor ? MessageKind.Founding : MessageKind.Application;
            foreach (var member in party.Where(m => m.Vendor == vendor))
                yield return new PartnershipMessage(1, kind, vendor, alliance.Id, 0, member.Tier);
        }
    }

    private static IEnumerable<PartnershipMessage> Joins(Market market, int vendor, int quarter) =>
        Script.Joins(market.Definition, quarter).Where(e => e.Vendor == vendor)
            .Select(e => new PartnershipMessage(1, MessageKind.Application, vendor, market.Definition.Alliances[e.Alliance].Id, 0, e.Tier));

    private static IEnumerable<PartnershipMessage> Withdrawals(Market market, MarketState opened, int vendor, int quarter) =>
        opened.Alliances.Where(a => a.Has(vendor) && Script.Leaves(market.Definition, a, vendor, quarter))
            .Select(a => new PartnershipMessage(1, MessageKind.Withdrawal, vendor, a.Id, 0));

    private static int TechnologyOf(Market market, string alliance) => market.Definition.Alliances.First(a => a.Id == alliance).Technology;
}
