using System.Data.Common;
using System.Diagnostics;
using Orleans.Runtime;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Clusters;

/// <summary>A silo that is started again when it dies, and killed when it hangs.</summary>
internal sealed class SupervisedSilo(string name, SiloSettings settings, ClusterFolder folder, Obituary obituary, Action changed)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250), LongestPause = TimeSpan.FromSeconds(30), Sound = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    private readonly PulseWatch _pulse = new(folder.SiloPulse(name));
    private Process? _process;
    private int _starts;

    public SiloProcess State => new(name, _process is { } p ? ProcessIdentity.Of(p.Id) : null, _starts, folder.SiloLog(name), settings.PagePort);

    /// <summary>Starts the silo, and again whenever it ends, until <paramref name="stop"/>.</summary>
    public async Task KeepGoing(CancellationToken stop)
    {
        var pause = FirstPause;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                Start();
                await End(stop);
                SupervisorNotes.Say($"{name} ended with {_process!.ExitCode}; it is started again in {pause.TotalSeconds} s");
                changed();
                await Mourn(stop);
                if (Stopwatch.GetElapsedTime(started) > Sound) pause = FirstPause;
                await Task.Delay(pause, stop);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException)
        {
            // asked to stop
        }
    }

    /// <summary>Lets it end in its own time, and ends it when that is over.</summary>
    public async Task Stop(TimeSpan grace)
    {
        if (_process is null || ProcessIdentity.Of(_process.Id) is not { } identity) return;
        identity.Stop();
        using var patience = new CancellationTokenSource(grace);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            SupervisorNotes.Say($"{name} did not end within {grace.TotalSeconds} s and is killed");
            _process.Kill();
        }
    }

    /// <summary>Tells the others, without waiting until they have heard. Whoever cannot be told finds out.</summary>
    private async Task Mourn(CancellationToken stop)
    {
        try
        {
            foreach (var gone in await obituary.Living(name).WaitAsync(LongestReading, stop)) _ = Publish(gone);   // read before another of its name comes up
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            SupervisorNotes.Say($"the membership cannot be read: {e.Message}");
        }
    }

    private async Task Publish(SiloAddress gone)
    {
        try
        {
            await Task.Run(() => obituary.Publish(gone));   // the provider may block
        }
        catch (DbException e)
        {
            SupervisorNotes.Say($"the membership cannot be written: {e.Message}");
        }
    }

    /// <summary>Returns when the process has ended, by itself or because it hung.</summary>
    private async Task End(CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (exit, still) = (_process!.WaitForExitAsync(stop), _pulse.Stopped(ended.Token));
        if (await Task.WhenAny(exit, still) == still && !stop.IsCancellationRequested)
        {
            SupervisorNotes.Say($"{name} gives no sign of life and is killed");
            _process.Kill();
        }
        await ended.CancelAsync();
        await exit;
    }

    private void Start()
    {
        _process?.Dispose();
        _pulse.Begin();
        _process = SiloLaunch.Start(settings with { Name = name, Log = folder.SiloLog(name), Pulse = _pulse.File }, silos: null);
        _starts++;
        changed();
    }
}
