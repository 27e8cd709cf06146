using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership.Rules;

namespace VirtAlliance.Model.Demand;

/// <summary>When surveys are taken.</summary>
public static class Surveys
{
    /// <summary>True if somebody forecasts from the end of <paramref name="quarter"/>: a vendor that decides in the next, or an alliance that then considers whom to invite.</summary>
    public static bool AreTaken(MarketDefinition market, int quarter)
    {
        if (market.Alliances.IsEmpty || quarter + 1 >= market.Quarters) return false;
        return PartnershipRules.AnybodyDecides(market, quarter + 1, bySurvey: true)
            || (quarter + 2 < market.Quarters && market.Alliances.Any(a => a.ByInvitation) && PartnershipRules.AnybodyDecides(market, quarter + 2));
    }
}
