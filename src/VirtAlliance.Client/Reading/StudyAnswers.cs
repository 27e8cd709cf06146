using VirtAlliance.Client.Answers;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Reading;

/// <summary>Studies as the store keeps them, as answers.</summary>
internal static class StudyAnswers
{
    public static StudyAnswer Of(StudyRow study, IEnumerable<RunRow> runs) => new(
        study.Id, study.Scenario, StatusText.Of(study.Status), study.Error, [.. runs.Select(r => RunAnswer.Of(r))], [.. VerdictJson.Read(study.Result).Select(ClaimAnswer.Of)]);
}
