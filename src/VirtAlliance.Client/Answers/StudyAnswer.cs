namespace VirtAlliance.Client.Answers;

/// <summary>A study with its runs and verdicts in JSON.</summary>
internal sealed record StudyAnswer(
    string Study, string Scenario, string Status, string? Error, IReadOnlyList<RunAnswer> Runs, IReadOnlyList<ClaimAnswer> Claims);
