using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>list</c>.</summary>
internal sealed record ListAnswer(IReadOnlyList<StudySummary> Studies, IReadOnlyList<RunAnswer> Runs);

/// <summary>A study without its runs in JSON.</summary>
internal sealed record StudySummary(string Study, string Scenario, string Status, string? Error, DateTimeOffset Created)
{
    public static StudySummary Of(StudyRow study) => new(study.Id, study.Scenario, StatusText.Of(study.Status), study.Error, study.CreatedUtc);
}
