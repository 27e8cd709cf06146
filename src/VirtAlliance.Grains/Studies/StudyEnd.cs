using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Grains.Studies;

/// <summary>How a study ends.</summary>
internal sealed class StudyEnd(IRunStore store, string study)
{
    /// <summary>Judges the claims and keeps the verdicts, if all runs have ended; else the run keeper will have the rest made.</summary>
    public async Task Judge()
    {
        var (row, runs) = (await store.FindStudy(study), await store.ListRuns(study));
        if (runs.Any(r => r.Status is RunStatus.Queued or RunStatus.Running)) return;
        var (status, error) = Ended(runs);
        var verdicts = status == RunStatus.Cancelled ? null : await Task.Run(() => StudyVerdicts.Of(store, row!, runs));   // long: off the grain's scheduler
        await store.SetStudyStatus(study, status, error, verdicts);
    }

    /// <summary>Failed if a run failed, else paused or cancelled if one was, else completed.</summary>
    private static (RunStatus Status, string? Error) Ended(IReadOnlyList<RunRow> runs)
    {
        foreach (var status in (RunStatus[])[RunStatus.Failed, RunStatus.Paused, RunStatus.Cancelled])
            if (runs.FirstOrDefault(r => r.Status == status) is { } run) return (status, run.Error is null ? null : $"run '{run.Id}': {run.Error}");
        return (RunStatus.Completed, null);
    }
}
