using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Grains.Runs;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Grains.Studies;

/// <summary>Says that this node lives, and sees to it that unfinished studies of its cluster are worked on, whatever became of the node that worked on them. One node does that for all: the lowest-addressed active one.</summary>
internal sealed partial class RunKeeper(RunMeans means, IGrainFactory grains, ILogger<RunKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1), TimeToBeHeard = TimeSpan.FromSeconds(5), Forever = TimeSpan.FromDays(3_650);

    private long? _answering;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        using var activations = new ActivationCount();
        using var counts = new CountedWork();
        while (await Next(timer, stoppingToken))
        {
            try
            {
                await means.Store.Beat(new SiloBeat(means.Owner, means.Silo.Name, means.Settings.Program, Environment.ProcessId, activations.Read(), means.Settings.Page, counts.Read()), stoppingToken);
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
        if (means.Settings.AdoptsOrphans) await means.Store.Adopt(means.Owner, OthersCouldBeHeard() ? means.Settings.OwnerSilence : Forever, stop);
        foreach (var study in await means.Store.Unfinished(means.Owner, stop)) await grains.GetGrain<IStudyGrain>(study).Start().WaitAsync(stop);
    }

    /// <summary>After the store was away nobody's silence means anything until all have had the time to break it.</summary>
    private bool OthersCouldBeHeard() => Stopwatch.GetElapsedTime(_answering ??= Stopwatch.GetTimestamp()) > TimeToBeHeard;

    [LoggerMessage(LogLevel.Warning, "Unfinished studies could not be looked after")]
    private partial void Failed(Exception e);
}
