using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>Follows a study until it ends.</summary>
internal static class StudyWatch
{
    /// <summary>Returns when the study has ended. When cancelled it cancels the study if it is this process's own, and leaves it alone otherwise.</summary>
    public static async Task ToTheEnd(IStudyGrain study, bool cancelOnExit, CancellationToken cancellation)
    {
        using var progress = new RunProgress();
        try
        {
            StudySnapshot? seen = null;
            while (seen is null || !Ended(seen.Status))
            {
                seen = await study.Watch(seen?.Version ?? 0).WaitAsync(cancellation);
                progress.Show(seen);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && cancelOnExit)
        {
            await study.Cancel();
        }
    }

    private static bool Ended(RunStatus status) => status is not (RunStatus.Queued or RunStatus.Running);
}
