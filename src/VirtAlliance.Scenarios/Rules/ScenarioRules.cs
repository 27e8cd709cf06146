using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>All that must hold in a market: first the shapes of its values, then what they must be to each other.</summary>
internal static class ScenarioRules
{
    public static void Check(Map root, Action<Place, string> report)
    {
        var checking = Checking.Of(root, report);
        ScenarioKeys.MarketShape.Check(root, root.Place with { Line = root.Place.IsOption ? 0 : 1, Column = 1 }, checking);
        CheckMarket(root, checking);
    }

    /// <summary>What the market's parts must be to each other.</summary>
    private static void CheckMarket(Map root, Checking checking)
    {
        ProductRules.Check(root, checking);
        VendorRules.Check(root, checking);
        SegmentRules.Check(root, checking);
        AllianceRules.Check(root, checking);
        EventRules.Check(root, checking);
    }
}
