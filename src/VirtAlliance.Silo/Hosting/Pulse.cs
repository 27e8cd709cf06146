namespace VirtAlliance.Silo.Hosting;

/// <summary>A sign of life for whoever watches over this process: it touches a file every second, on a thread of its own, whatever else it does.</summary>
internal static class Pulse
{
    /// <summary>How often the file is touched.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Goes on until the process ends. The file must be there; a touch needs no room on the disk.</summary>
    public static void Beat(string file) => new Thread(() =>
    {
        for (; ; Thread.Sleep(Period)) Touch(file);
    }) { IsBackground = true, Name = nameof(Pulse), Priority = ThreadPriority.AboveNormal }.Start();

    private static void Touch(string file)
    {
        try
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the watcher takes the file away when it ends
        }
    }
}
