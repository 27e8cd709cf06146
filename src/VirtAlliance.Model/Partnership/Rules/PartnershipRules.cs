using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Rules;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership.Rules;

/// <summary>The partnership rules, and who decides by them when.</summary>
public static class PartnershipRules
{
    /// <summary>By the names that scenarios call them.</summary>
    public static RuleBook<IPartnershipRule> Known { get; } = new((PartnershipRule.Scripted, new ScriptedPartnership()), (PartnershipRule.BestReplies, new BestReplyPartnership()));

    /// <summary>True if the vendor's rule is asked in <paramref name="quarter"/>, should the vendor still trade. Rules act from quarter 1.</summary>
    public static bool Decides(MarketDefinition market, int vendor, int quarter) => quarter > 0 && Of(market, vendor).Decides(market.Vendors[vendor].Partnership, vendor, quarter);

    /// <summary>True if some vendor's rule is asked in <paramref name="quarter"/>: one that looks at the survey, if <paramref name="bySurvey"/>.</summary>
    public static bool AnybodyDecides(MarketDefinition market, int quarter, bool bySurvey = false)
    {
        for (var vendor = 0; vendor < market.Vendors.Length; vendor++)
            if (Decides(market, vendor, quarter) && (!bySurvey || Of(market, vendor).NeedsSurvey)) return true;
        return false;
    }

    /// <summary>What the vendor's rule has it say; nothing if it is not its turn. One membership per technology is asked for.</summary>
    /// <exception cref="InvalidOperationException">A rule says what vendors cannot say in the first round.</exception>
    public static ImmutableArray<PartnershipMessage> Decided(PartnershipQuestion asked)
    {
        var (market, vendor) = (asked.Market.Definition, asked.Vendor);
        if (market.Alliances.IsEmpty || !Decides(market, vendor, asked.Quarter)) return [];
        var decided = Of(market, vendor).Decide(asked);
        foreach (var message in decided)
            if (message.Round != 1 || message.Vendor != vendor || message.Kind is not (MessageKind.Application or MessageKind.Withdrawal or MessageKind.Founding))
                throw Nonsense(market, vendor, $"{message}, which no vendor says in the first round");
        var asks = decided.Where(m => m.Kind != MessageKind.Withdrawal).Select(m => market.Alliances[Rivals.TermsOf(market, m.Alliance)].Technology).ToArray();
        return asks.Distinct().Count() == asks.Length ? decided : throw Nonsense(market, vendor, "that it wants two memberships behind one technology");
    }

    private static InvalidOperationException Nonsense(MarketDefinition market, int vendor, string said) =>
        new($"the partnership rule '{market.Vendors[vendor].Partnership.Name}' of vendor '{market.Vendors[vendor].Id}' says {said}");

    private static IPartnershipRule Of(MarketDefinition market, int vendor) => Known[market.Vendors[vendor].Partnership.Name];
}
