using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Customers;

/// <summary>How customers without a product come to the market (Bass 1969).</summary>
public static class Adoption
{
    /// <summary>h = min(1, p + q·A): probability that a customer without a product is in the market, A being the share with a product at the end of last quarter (0/0 = 0).</summary>
    public static float TrialProbability(Segment segment, SegmentConditions conditions)
    {
        var adopted = conditions.AdoptersOf == 0 ? 0 : (double)conditions.Adopters / conditions.AdoptersOf;
        return (float)Math.Min(1, segment.Innovation + segment.Imitation * adopted);
    }
}
