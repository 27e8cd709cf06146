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
        var runs = await store.ListRuns(study);
        var failed = runs.Where(r => r.Status != RunStatus.Completed).ToArray();
        var (status, error) = failed.Length == 0
            ? (RunStatus.Completed, (string?)null)
            : (failed.All(r => r.Status == RunStatus.Cancelled) ? RunStatus.Cancelled : RunStatus.Failed, failed.Select(r => r.Error).FirstOrDefault(e => e is not null));
        await store.SetStudyStatus(study, status, error);
        return (status, error);
    }

    /// <summary>Stops what is left of it for good.</summary>
    public async Task Cancel()
    {
        var open = (await store.ListRuns(study)).Where(r => r.Status is not (RunStatus.Completed or RunStatus.Cancelled or RunStatus.Failed)).ToArray();
        await Task.WhenAll(open.Select(Cancel));
        if ((await store.FindStudy(study))?.Status != RunStatus.Completed) await store.SetStudyStatus(study, RunStatus.Cancelled);
    }

    private async Task Cancel(RunRow run)
    {
        if (run.Status != RunStatus.Queued || !await store.SetStatus(run.Id, run.Epoch, RunStatus.Cancelled))
            await grains.GetGrain<ICoordinatorGrain>(run.Id).Cancel();
    }
}
