using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>What alliances' marketing does for members' products.</summary>
public static class Marketing
{
    /// <summary>μ of a product of <paramref name="owner"/> [utils]: <c>effect · ln(1 + M / unit)</c> by the alliance behind its technology, M as it stood at the end of last quarter.</summary>
    public static double Utility(MarketDefinition market, ImmutableArray<AllianceState> alliances, int owner, int technology)
    {
        if (owner < 0 || Memberships.On(market, alliances, owner, technology) is not { } alliance) return 0;
        var terms = market.Alliances[alliance.Terms];
        return terms.MarketingEffect * ExactMath.Log(1 + alliance.MarketingStockUsd / terms.MarketingUnitUsd);
    }

    /// <summary>M after a quarter [USD]: what has not worn off, plus the spend.</summary>
    public static double NextStockUsd(Alliance terms, double stockUsd, long spentCents) => (1 - terms.MarketingWear) * stockUsd + spentCents / 100.0;
}
