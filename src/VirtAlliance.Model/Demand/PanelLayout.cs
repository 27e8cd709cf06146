using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>Which customers of a segment are its panel: every m-th.</summary>
/// <param name="Stride">m: the smallest integer ≥ N(0)/4096 without a factor in common with 4L, so that all contract phases are seen.</param>
public readonly record struct PanelLayout(long Stride)
{
    /// <summary>About how many members a panel has, at most.</summary>
    public const long Aim = 4096;

    /// <summary>Members of a survey, at most.</summary>
    public const int SurveyMembers = 256;

    /// <summary>The panel of <paramref name="segment"/>.</summary>
    public static PanelLayout Of(Segment segment)
    {
        var stride = Math.Max(1, (segment.Customers + Aim - 1) / Aim);
        while (CommonFactor(stride, 4L * segment.ContractQuarters) != 1) stride++;
        return new PanelLayout(stride);
    }

    /// <summary>Members among the first <paramref name="customers"/> customers.</summary>
    public int Members(long customers) => checked((int)((customers + Stride - 1) / Stride));

    private static long CommonFactor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
