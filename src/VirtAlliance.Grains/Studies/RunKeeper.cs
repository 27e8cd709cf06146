using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Runs;

namespace VirtAlliance.Grains.Studies;

/// <summary>Sees to it that unfinished studies of this cluster are worked on, whatever became of the node that worked on them. One node does it for all: the lowest-addressed active one.</summary>
internal sealed partial class RunKeeper(RunMeans means, IGrainFactory grains, ILogger<RunKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1), TimeToBeHeard = TimeSpan.FromSeconds(5);

    private long? _answering;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await Next(timer, stoppingToken))
        {
            try
            {
                if (IsKeeper()) await Keep(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (e is RunStoreException) _answering = null;
                Failed(e);   // the store or a grain could not be reached: the next round tries again
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool IsKeeper()
    {
        var active = means.Membership.CurrentSnapshot.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress);
        return active.Min()?.Equals(means.Silo.SiloAddress) == true;
    }

    private async Task Keep(CancellationToken stop)
    {
        await means.Store.Beat(means.Owner, stop);
        if (means.Settings.AdoptsOrphans && OthersCouldBeHeard()) await means.Store.Adopt(means.Owner, means.Settings.OwnerSilence, stop);
        foreach (var study in await means.Store.Unfinished(means.Owner, stop)) await grains.GetGrain<IStudyGrain>(study).Start().WaitAsync(stop);
    }

    /// <summary>After the store was away nobody's silence means anything until all have had the time to break it.</summary>
    private bool OthersCouldBeHeard() => Stopwatch.GetElapsedTime(_answering ??= Stopwatch.GetTimestamp()) > TimeToBeHeard;

    [LoggerMessage(LogLevel.Warning, "Unfinished studies could not be looked after")]
    private partial void Failed(Exception e);
}
