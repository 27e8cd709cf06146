using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>Network share that customers expect because alliances announced it.</summary>
public static class Announcement
{
    private const double Ln2 = 0.693147180559945309;

    /// <summary>Added over alliances behind <paramref name="technology"/>: <c>lift · 2^(−quarters since founding / half-life)</c>; nothing once an alliance has dissolved.</summary>
    public static double On(MarketDefinition market, ImmutableArray<AllianceState> alliances, int technology, int quarter)
    {
        var share = 0.0;
        foreach (var alliance in alliances)
        {
            var terms = market.Alliances[alliance.Terms];
            if (alliance.Status != AllianceStatus.Active || terms.Technology != technology || terms.AnnouncementLift == 0) continue;
            share += terms.AnnouncementLift * ExactMath.Exp(-Ln2 * ((quarter - alliance.FoundedIn) / terms.AnnouncementHalfLifeQuarters));
        }
        return share;
    }
}
