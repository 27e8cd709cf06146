using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Clusters;

/// <summary>Notices when a process hangs: a silo that stands still may hold the store's lock, and then nobody else gets on.</summary>
/// <remarks>Counts glances, not time: if this process was itself halted, nobody is found hanging when it goes on.</remarks>
internal sealed class PulseWatch(string file)
{
    private const int GlancesWithoutPulse = 10;

    private DateTime _last;
    private int _still;

    /// <summary>Where the process is to touch.</summary>
    public string File => file;

    /// <summary>For a process that is about to start: it hangs only once its pulse has been felt.</summary>
    public void Begin()
    {
        System.IO.File.WriteAllBytes(file, []);
        (_last, _still) = (Touched, 0);
    }

    /// <summary>Returns when the pulse has stayed away for ten seconds after it was felt.</summary>
    public async Task Stopped(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pulse.Period);
        for (var felt = false; _still < GlancesWithoutPulse && await timer.WaitForNextTickAsync(stop);)
        {
            var touched = Touched;
            felt |= touched != _last;
            _still = !felt || touched != _last ? 0 : _still + 1;
            _last = touched;
        }
    }

    private DateTime Touched => System.IO.File.GetLastWriteTimeUtc(file);
}
