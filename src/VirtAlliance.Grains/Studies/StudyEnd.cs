using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Grains.Studies;

/// <summary>How a study ends.</summary>
internal sealed class StudyEnd(IRunStore store, IGrainFactory grains, string study)
{
    /// <summary>All runs have ended: judges the claims and keeps the verdicts.</summary>
    public async Task<(RunStatus Status, string? Error)> Judge()
    {
        var (row, runs) = (await store.FindStudy(study), await store.ListRuns(study));
        var (status, error) = Ended(runs);
        var verdicts = status == RunStatus.Cancelled ? null : await Task.Run(() => StudyVerdicts.Of(store, row!, runs));   // long: off the grain's scheduler
        await store.SetStudyStatus(study, status, error, verdicts);
        return (status, error);
    }

    /// <summary>Stops what is left of it for good.</summary>
    public async Task Cancel()
    {
        var open = (await store.ListRuns(study)).Where(r => r.Status is not (RunStatus.Completed or RunStatus.Cancelled or RunStatus.Failed)).ToArray();
        await Task.WhenAll(open.Select(Cancel));
        if ((await store.FindStudy(study))?.Status != RunStatus.Completed) await store.SetStudyStatus(study, RunStatus.Cancelled);
    }

    /// <summary>Failed if a run failed, else paused or cancelled if one was, else completed.</summary>
    private static (RunStatus Status, string? Error) Ended(IReadOnlyList<RunRow> runs)
    {
        foreach (var status in (RunStatus[])[RunStatus.Failed, RunStatus.Paused, RunStatus.Cancelled])
            if (runs.FirstOrDefault(r => r.Status == status) is { } run) return (status, run.Error is null ? null : $"run '{run.Id}': {run.Error}");
        return (RunStatus.Completed, null);
    }

    private async Task Cancel(RunRow run)
    {
        if (run.Status != RunStatus.Queued || !await store.SetStatus(run.Id, run.Epoch, RunStatus.Cancelled))
            await grains.GetGrain<ICoordinatorGrain>(run.Id).Cancel();
    }
}
