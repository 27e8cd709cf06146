using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Runs;

namespace VirtAlliance.Grains.Studies;

/// <summary>Sees to it that nobody works on a study that was cancelled or paused, or given to another cluster, in the store.</summary>
internal sealed class StudyVigil : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _done = new();

    public StudyVigil(RunMeans means, string study, CancellationToken stop)
    {
        _over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _ = Keep(means, study);
    }

    /// <summary>Cancelled once the study is over for this cluster, or the caller's own stop was asked for.</summary>
    public CancellationToken Over => _over.Token;

    public void Dispose() => _done.Cancel();

    private async Task Keep(RunMeans means, string study)
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token))
                if (await IsOver(means, study)) await _over.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            _over.Dispose();
        }
    }

    private static async Task<bool> IsOver(RunMeans means, string study)
    {
        try
        {
            return await means.Store.FindStudy(study) is not { Status: RunStatus.Queued or RunStatus.Running } row || row.Owner != means.Owner;
        }
        catch (Exception)
        {
            return false;   // the store cannot be read: whoever writes to it will notice
        }
    }
}
