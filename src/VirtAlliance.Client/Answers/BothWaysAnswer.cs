using VirtAlliance.Scenarios.BothWays;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>both-ways</c>.</summary>
internal sealed record BothWaysAnswer(string Scenario, IReadOnlyList<ClaimPointAnswer> Points, string Log);

/// <summary>A claim's point in JSON; numbers that are not named are at the file's own values.</summary>
internal sealed record ClaimPointAnswer(string Claim, string Way, bool Found, double? Measure, bool? InBands, IReadOnlyList<MovedNumber> Moved)
{
    public static ClaimPointAnswer Of(ClaimPoint point) => new(
        point.Claim, point.Holds ? "holds" : "fails", point.Found, double.IsNaN(point.Measure) ? null : point.Measure, point.InBands, point.Moved);
}
