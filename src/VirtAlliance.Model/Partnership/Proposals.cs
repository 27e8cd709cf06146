using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership.Rules;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>What a vendor says to alliances in a quarter's first round.</summary>
public static class Proposals
{
    /// <summary>Foundings, applications and withdrawals of a vendor that trades, in order of alliance: what the scenario has it say, and what its own rule decides.</summary>
    /// <remarks>On a technology of which the scenario, or the vendor's own announcement of last quarter, has it say something, its rule says nothing.</remarks>
    public static ImmutableArray<PartnershipMessage> Of(Market market, OpeningRecord opening, MarketState opened, int vendor, int quarter)
    {
        if (opened.Vendors[vendor].Status != VendorStatus.Active) return [];
        var definition = market.Definition;
        var due = Due(definition, opened, vendor, quarter).ToArray();
        var taken = due.Select(m => TechnologyOf(definition, m)).ToArray();
        var decided = PartnershipRules.Decided(new PartnershipQuestion(market, opening, opened, vendor, quarter));
        return Numbered(due.Concat(decided.Where(m => !taken.Contains(TechnologyOf(definition, m)))));
    }

    /// <summary>The same without what its rule decides.</summary>
    public static ImmutableArray<PartnershipMessage> DueOf(MarketDefinition market, MarketState opened, int vendor, int quarter) =>
        opened.Vendors[vendor].Status == VendorStatus.Active ? Numbered(Due(market, opened, vendor, quarter)) : [];

    /// <summary>It asks for one membership per technology: its founding of an alliance first, then the first alliance by id.</summary>
    private static IEnumerable<PartnershipMessage> Due(MarketDefinition market, MarketState opened, int vendor, int quarter) =>
        Foundings(market, opened, vendor, quarter).Concat(Joins(market, vendor, quarter))
            .OrderBy(m => m.Kind == MessageKind.Founding ? 0 : 1).ThenBy(m => m.Alliance, StringComparer.Ordinal)
            .DistinctBy(m => TechnologyOf(market, m))
            .Concat(Withdrawals(market, opened, vendor, quarter));

    private static ImmutableArray<PartnershipMessage> Numbered(IEnumerable<PartnershipMessage> said) =>
        [.. said.OrderBy(m => m.Alliance, StringComparer.Ordinal).ThenBy(m => m.Kind).Select((m, number) => m with { Number = number })];

    private static IEnumerable<PartnershipMessage> Foundings(MarketDefinition market, MarketState opened, int vendor, int quarter)
    {
        foreach (var alliance in opened.Alliances)
        {
            if (!Founders.AreDue(market, alliance, quarter)) continue;
            var party = Founders.Party(market, alliance, opened.Vendors);
            var kind = Founders.Leader(market, alliance, opened.Vendors, party) == vendor ? MessageKind.Founding : MessageKind.Application;
            foreach (var member in party.Where(m => m.Vendor == vendor))
                yield return new PartnershipMessage(1, kind, vendor, alliance.Id, 0, member.Tier);
        }
    }

    private static IEnumerable<PartnershipMessage> Joins(MarketDefinition market, int vendor, int quarter) =>
        Script.Joins(market, quarter).Where(e => e.Vendor == vendor)
            .Select(e => new PartnershipMessage(1, MessageKind.Application, vendor, market.Alliances[e.Alliance].Id, 0, e.Tier));

    /// <summary>By script, and from the alliance that stands in the way of a rival the vendor founds.</summary>
    private static IEnumerable<PartnershipMessage> Withdrawals(MarketDefinition market, MarketState opened, int vendor, int quarter) =>
        opened.Alliances.Where(a => a.Has(vendor) && (Script.Leaves(market, a, vendor, quarter) || FoundsRivalOf(market, opened, a, vendor, quarter)))
            .Select(a => new PartnershipMessage(1, MessageKind.Withdrawal, vendor, a.Id, 0));

    private static bool FoundsRivalOf(MarketDefinition market, MarketState opened, AllianceState alliance, int vendor, int quarter) =>
        opened.Alliances.Any(rival => rival.Leader == vendor && Rivals.Is(market, rival) && Founders.AreDue(market, rival, quarter)
            && market.Alliances[rival.Terms].Technology == market.Alliances[alliance.Terms].Technology);

    private static int TechnologyOf(MarketDefinition market, PartnershipMessage message) => market.Alliances[Rivals.TermsOf(market, message.Alliance)].Technology;
}
