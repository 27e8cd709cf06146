using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>Follows a study until it ends.</summary>
internal static class StudyWatch
{
    /// <summary>Twice the longest time that a study takes to answer; whoever takes longer is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Where the study, which is this process's own, has come to rest; when cancelled, it cancels the study first.</summary>
    public static async Task<StudySnapshot> OwnToTheEnd(IStudyGrain study, Action<StudySnapshot> show, CancellationToken cancellation)
    {
        try
        {
            return await ToTheEnd(study, show, cancellation, Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await study.Cancel();
            return await study.Status();
        }
    }

    /// <summary>Where the study has come to rest.</summary>
    /// <exception cref="TimeoutException">It has not answered for some seconds.</exception>
    public static Task<StudySnapshot> ToTheEnd(IStudyGrain study, Action<StudySnapshot> show, CancellationToken cancellation) => ToTheEnd(study, show, cancellation, Patience);

    private static async Task<StudySnapshot> ToTheEnd(IStudyGrain study, Action<StudySnapshot> show, CancellationToken cancellation, TimeSpan patience)
    {
        StudySnapshot? seen = null;
        while (seen is null || !Ended(seen.Status))
        {
            seen = await study.Watch(seen?.Version ?? 0).WaitAsync(patience, cancellation);
            show(seen);
        }
        return seen;
    }

    private static bool Ended(RunStatus status) => status is not (RunStatus.Queued or RunStatus.Running);
}
