using VirtAlliance.Client.Showing;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Answers;

/// <summary>A claim with its verdict in JSON; figures that are not known are null.</summary>
internal sealed record ClaimAnswer(
    string Claim, string Says, string Verdict, double? Probability, double? Low, double? High, double? Median, double? P05, double? P95, int Replicates)
{
    public static ClaimAnswer Of(ClaimVerdict claim) => new(
        claim.Claim, claim.Says, VerdictTable.Word(claim.Verdict), claim.Probability, claim.Low, claim.High, claim.Median, claim.P05, claim.P95, claim.Replicates);
}
