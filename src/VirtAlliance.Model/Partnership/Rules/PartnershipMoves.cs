using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership.Rules;

/// <summary>The moves that are open to a vendor, each as the messages that make it. To stay is to say nothing.</summary>
public static class PartnershipMoves
{
    /// <summary>Technology by technology: to leave, to join an alliance in one of its tiers (or to change tier), to found a rival.</summary>
    /// <remarks>
    /// Who joins or founds elsewhere leaves the alliance behind the same technology. An alliance by invitation can be joined by its guests only.
    /// Nobody rivals an alliance of which it is the sole member, and nobody moves while a rival that it announced waits to be founded.
    /// </remarks>
    public static IEnumerable<ImmutableArray<PartnershipMessage>> Of(PartnershipQuestion asked)
    {
        for (var technology = 0; technology < asked.Market.Definition.Technologies.Length; technology++)
            foreach (var move in On(asked, technology)) yield return move;
    }

    private static IEnumerable<ImmutableArray<PartnershipMessage>> On(PartnershipQuestion asked, int technology)
    {
        var market = asked.Market.Definition;
        var there = asked.Opened.Alliances.Where(a => market.Alliances[a.Terms].Technology == technology).ToArray();
        if (there.Any(a => a.Status == AllianceStatus.Planned && Rivals.Is(market, a) && a.Leader == asked.Vendor)) yield break;
        var own = there.FirstOrDefault(a => a.Has(asked.Vendor));
        if (own is not null) yield return [Say(asked, MessageKind.Withdrawal, own.Id)];
        foreach (var alliance in there.Where(a => a.Status == AllianceStatus.Active))
            foreach (var join in Joins(asked, alliance, own)) yield return join;
        foreach (var terms in there.Where(a => a.Status == AllianceStatus.Active && !IsAlone(a, asked.Vendor)).Select(a => a.Terms).Distinct())
            if (own is null || !IsAlone(own, asked.Vendor))
                yield return [Say(asked, MessageKind.Founding, Rivals.IdOf(market, terms, asked.Vendor, asked.Quarter + 1), Rivals.FoundersTier)];
    }

    private static IEnumerable<ImmutableArray<PartnershipMessage>> Joins(PartnershipQuestion asked, AllianceState alliance, AllianceState? own)
    {
        var terms = asked.Market.Definition.Alliances[alliance.Terms];
        if (terms.ByInvitation && !alliance.Has(asked.Vendor) && !asked.Opened.Vendors[asked.Vendor].Invitations.Contains(alliance.Id)) yield break;
        for (var tier = 0; tier < terms.Tiers.Length; tier++)
        {
            if (alliance.Has(asked.Vendor) && IsIn(alliance, asked.Vendor, tier)) continue;
            var application = Say(asked, MessageKind.Application, alliance.Id, tier);
            yield return own is null || own.Id == alliance.Id ? [application] : [application, Say(asked, MessageKind.Withdrawal, own.Id)];
        }
    }

    private static bool IsIn(AllianceState alliance, int vendor, int tier) => alliance.Members.Any(m => m.Vendor == vendor && m.Tier == tier);

    private static bool IsAlone(AllianceState alliance, int vendor) => alliance.Members.Length == 1 && alliance.Has(vendor);

    private static PartnershipMessage Say(PartnershipQuestion asked, MessageKind kind, string alliance, int tier = -1) => new(1, kind, asked.Vendor, alliance, 0, tier);
}
