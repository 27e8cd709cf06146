using System.Globalization;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A wall clock that jumps at a word for the processes that go by it (libfaketime); the monotonic clock stays, as it does when somebody sets the time.</summary>
internal sealed class FakeClock(string folder)
{
    private static readonly string[] Libraries = [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib64/faketime/libfaketimeMT.so.1"];

    private readonly string _file = Path.Combine(folder, "clock");

    /// <summary>Why there is none; null: there is.</summary>
    public static string? Missing => Library is null ? "libfaketime is not installed (Debian: apt-get install faketime)" : null;

    private static string? Library => Array.Find(Libraries, File.Exists);

    /// <summary>Starts the cluster with supervisor and silos on this clock; whoever talks to them has the true time.</summary>
    public async Task Begin(LocalCluster cluster, int silos)
    {
        Jump(TimeSpan.Zero);
        var variables = new[] { ("LD_PRELOAD", Library!), ("FAKETIME_TIMESTAMP_FILE", _file), ("FAKETIME_CACHE_DURATION", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"), ("DONT_FAKE_MONOTONIC", "1") };
        foreach (var (name, value) in variables) cluster.With(name, value);
        await cluster.Begin(silos);
        foreach (var (name, _) in variables) cluster.With(name, null);
    }

    /// <summary>From now on it is this much ahead of the true time, or behind it.</summary>
    public void Jump(TimeSpan ahead)
    {
        File.WriteAllText(_file + ".new", ahead.TotalSeconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture) + "\n");
        File.Move(_file + ".new", _file, overwrite: true);
    }
}
