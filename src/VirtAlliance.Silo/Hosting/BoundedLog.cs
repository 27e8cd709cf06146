namespace VirtAlliance.Silo.Hosting;

/// <summary>Keeps a process's log from growing without end: it and the one before it together stay below twice the limit, and what is written in a few seconds.</summary>
internal sealed class BoundedLog : IDisposable
{
    private const long Bytes = 8 << 20;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly Timer _timer;

    public BoundedLog(string log)
    {
        Daemon.Detach(log);
        _timer = new Timer(_ => Rotate(log), null, TimeSpan.Zero, Period);
    }

    private static void Rotate(string log)
    {
        try
        {
            Daemon.Rotate(log, Bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the folder is gone, or not ours any more: whatever is open is written on
        }
    }

    public void Dispose() => _timer.Dispose();
}
