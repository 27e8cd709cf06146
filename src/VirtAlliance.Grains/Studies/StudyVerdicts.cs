using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Scenarios;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Grains.Studies;

/// <summary>Judges a study's claims from its runs' ledgers.</summary>
internal static class StudyVerdicts
{
    /// <summary>Verdicts as JSON; null if the scenario claims nothing.</summary>
    public static async Task<string?> Of(IRunStore store, StudyRow study, IReadOnlyList<RunRow> runs)
    {
        if (Plan(study) is not { } plan) return null;
        return VerdictJson.Write(await StudyJudge.Judge(plan, place => Read(store, runs[place])));
    }

    private static StudyPlan? Plan(StudyRow study)
    {
        try
        {
            var request = StudyRows.Request(study);
            return StudyPlan.Expand(request with { Replicates = 1 }).Claims.IsEmpty ? null : StudyPlan.Expand(request);
        }
        catch (ScenarioException)
        {
            return null;   // a study that was not made from a scenario file claims nothing
        }
    }

    private static Task<RunHistory?> Read(IRunStore store, RunRow run) =>
        LedgerHistory.Read(store, run, RunDefinitionJson.Read(run.Definition));
}
