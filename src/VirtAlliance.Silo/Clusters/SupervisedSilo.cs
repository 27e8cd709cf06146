using System.Diagnostics;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Clusters;

/// <summary>A silo that is started again when it dies.</summary>
internal sealed class SupervisedSilo(string name, SiloSettings settings, ClusterFolder folder, Action changed)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250), LongestPause = TimeSpan.FromSeconds(30), Sound = TimeSpan.FromMinutes(1);

    private Process? _process;
    private int _starts;

    public SiloProcess State => new(name, _process is { } p ? ProcessIdentity.Of(p.Id) : null, _starts, folder.SiloLog(name));

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
                await _process!.WaitForExitAsync(stop);
                Console.WriteLine($"{DateTime.UtcNow:O} {name} ended with {_process.ExitCode}; it is started again in {pause.TotalSeconds} s");
                changed();
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
            Console.WriteLine($"{DateTime.UtcNow:O} {name} did not end within {grace.TotalSeconds} s and is killed");
            _process.Kill();
        }
    }

    private void Start()
    {
        _process?.Dispose();
        _process = SiloLaunch.Start(settings with { Name = name, Log = folder.SiloLog(name) }, silos: null);
        _starts++;
        changed();
    }
}
