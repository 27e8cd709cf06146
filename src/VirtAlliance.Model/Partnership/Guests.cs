using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Foresight;
using VirtAlliance.Model.Partnership.Rules;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>A vendor that an alliance invites.</summary>
/// <param name="Vendor">Index of the vendor.</param>
/// <param name="Tier">Index of the tier it is invited to; −1: as it likes.</param>
internal readonly record struct Guest(int Vendor, int Tier);

/// <summary>Whom an alliance by invitation invites, a quarter ahead: those whom the scenario has join, and those that decide for themselves and by whom its leader gains.</summary>
internal static class Guests
{
    /// <summary>False: nobody can be invited this quarter.</summary>
    public static bool MayBeInvited(MarketDefinition market, int quarter) =>
        market.Alliances.Any(a => a.ByInvitation)
        && (Script.ToInvite(market, quarter).Any() || (HasSurvey(market, quarter) && PartnershipRules.AnybodyDecides(market, quarter + 1)));

    /// <summary>The guests; scripted ones first, each group in order of vendor.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="opening">The run's opening.</param>
    /// <param name="opened">The market as the quarter opened.</param>
    /// <param name="alliance">The alliance as it has decided this quarter.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static IEnumerable<Guest> Of(Market market, OpeningRecord opening, MarketState opened, AllianceState alliance, int quarter)
    {
        var definition = market.Definition;
        if (alliance.Status != AllianceStatus.Active || !definition.Alliances[alliance.Terms].ByInvitation) return [];
        Guest[] scripted =
        [
            .. Script.ToInvite(definition, quarter)
                .Where(j => definition.Alliances[j.Alliance].Id == alliance.Id && IsFree(opened, alliance, j.Vendor)).Select(j => new Guest(j.Vendor, j.Tier)),
        ];
        var deciding = Enumerable.Range(0, opened.Vendors.Length)
            .Where(v => HasSurvey(definition, quarter) && PartnershipRules.Decides(definition, v, quarter + 1) && IsFree(opened, alliance, v) && scripted.All(g => g.Vendor != v))
            .ToArray();
        return deciding.Length == 0 ? scripted : scripted.Concat(Welcome(market, opening, opened, alliance, deciding, quarter));
    }

    /// <summary>False in quarter 0, which has no quarter to look back on, and in the last, which has none to look forward to.</summary>
    private static bool HasSurvey(MarketDefinition market, int quarter) => quarter > 0 && quarter + 1 < market.Quarters;

    private static bool IsFree(MarketState opened, AllianceState alliance, int vendor) => opened.Vendors[vendor].Status == VendorStatus.Active && !alliance.Has(vendor);

    /// <summary>Those in whose company, in the tier of the least dues, the leader forecasts more profit over its horizon.</summary>
    private static IEnumerable<Guest> Welcome(Market market, OpeningRecord opening, MarketState opened, AllianceState alliance, int[] deciding, int quarter)
    {
        var now = opened with { Alliances = [.. opened.Alliances.Select(a => a.Id == alliance.Id ? alliance : a)] };
        var forecast = new Forecast(market, opening, now, quarter);
        var horizon = market.Definition.Vendors[alliance.Leader].Partnership.HorizonQuarters;
        var alone = forecast.ProfitCents(alliance.Leader, horizon, []);
        return deciding.Where(v => forecast.ProfitCents(alliance.Leader, horizon, Joining(market.Definition, now, alliance, v)) > alone).Select(v => new Guest(v, -1)).ToArray();
    }

    private static ImmutableArray<PartnershipMessage> Joining(MarketDefinition market, MarketState opened, AllianceState alliance, int vendor)
    {
        var terms = market.Alliances[alliance.Terms];
        var least = Enumerable.Range(0, terms.Tiers.Length).MinBy(t => terms.Tiers[t].DuesCents);
        var application = new PartnershipMessage(1, MessageKind.Application, vendor, alliance.Id, 0, least);
        return Memberships.On(market, opened.Alliances, vendor, terms.Technology) is { } other
            ? [application, new PartnershipMessage(1, MessageKind.Withdrawal, vendor, other.Id, 0)]
            : [application];
    }
}
