using VirtAlliance.Client.Answers;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Reading;

/// <summary>Studies as the store keeps them, as answers.</summary>
internal static class StudyAnswers
{
    public static StudyAnswer Of(StudyRow study, IEnumerable<RunRow> runs) => new(
        study.Id, study.Scenario, StatusText.Of(study.Status), study.Error, [.. runs.Select(r => RunAnswer.Of(r))], ClaimsIn(study.Result));

    private static IReadOnlyList<ClaimAnswer> ClaimsIn(string? result) => [];
}
