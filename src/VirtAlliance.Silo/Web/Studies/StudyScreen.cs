using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Scenarios;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Web.Studies;

/// <summary>A study on the page.</summary>
internal sealed class StudyScreen
{
    private readonly IRunStore _store;
    private readonly StudyRow _study;
    private readonly StudyPlan? _plan;
    private readonly StudyOutlook? _outlook;

    public StudyScreen(IRunStore store, StudyRow study)
    {
        (_store, _study, _plan) = (store, study, Plan(study));
        _outlook = _plan is null ? null : new StudyOutlook(store, _plan);
    }

    /// <summary>As far as it has come.</summary>
    public async Task<StudyView> Read()
    {
        var runs = await _store.RunStandings(_study.Id);
        var now = await _store.FindStudy(_study.Id) ?? _study;   // after its runs: a study that has ended has told all
        if (_outlook is not null) await _outlook.Read(runs);
        var verdicts = VerdictJson.Read(now.Result);
        return StudyView.Of(now, _plan, runs, verdicts.IsEmpty ? _outlook?.Verdicts ?? [] : verdicts, _outlook?.Gains);
    }

    private static StudyPlan? Plan(StudyRow study)
    {
        try
        {
            return StudyPlan.Expand(StudyRows.Request(study) with { Replicates = 1 });
        }
        catch (ScenarioException)
        {
            return null;   // a study that was not made from a scenario file
        }
    }
}
