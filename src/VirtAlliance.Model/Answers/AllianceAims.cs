using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Answers;

/// <summary>What becomes of alliances and of what they are for.</summary>
public static class AllianceAims
{
    /// <summary>Members at the end of the quarter; 0 if there is no such alliance.</summary>
    public static int Members(RunHistory history, string alliance, int quarter) =>
        history.Quarters[quarter].Closed.Alliances.FindAlliance(alliance)?.Members.Length ?? 0;

    /// <summary>First quarter at whose end the technology had the share of seats in use that the alliance aims at; null: none yet, or no aim.</summary>
    public static int? ReachedIn(RunHistory history, string alliance)
    {
        var market = history.Market.Definition;
        var aim = market.Alliances.FirstOrDefault(a => a.Id == alliance)?.Aim;
        if (aim is null) return null;
        for (var t = 0; t < history.Quarters.Length; t++)
            if (NetworkShares.Of(market, history.Quarters[t].Closed.Segments)[aim.Technology] >= aim.Share) return t;
        return null;
    }
}
