namespace VirtAlliance.Client.Answers;

/// <summary>A claim with its verdict in JSON.</summary>
internal sealed record ClaimAnswer(string Claim, string Verdict, double? Probability, double? Low, double? High);
