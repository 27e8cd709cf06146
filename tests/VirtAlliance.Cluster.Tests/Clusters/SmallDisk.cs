using System.Diagnostics;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A disk in memory of some megabytes, which can be filled to the last byte.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 96;

    private static readonly Lazy<string?> Why = new(Try);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virtalliance-disk-");

    public SmallDisk() => Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", Folder));

    /// <summary>Why there can be none; null: there can.</summary>
    public static string? Missing => Why.Value;

    /// <summary>Where it is mounted.</summary>
    public string Folder => _folder.FullName;

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Leaves no room.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true) filler.Write(page);
        }
        catch (IOException)
        {
            // full
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Clear() => File.Delete(Filler);

    public void Dispose()
    {
        _ = Run("umount", "-l", Folder);
        _folder.Delete(recursive: true);
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return "only root can mount a disk in memory";
        try
        {
            new SmallDisk().Dispose();
            return null;
        }
        catch (Exception e)
        {
            return $"a disk in memory cannot be mounted: {e.Message}";
        }
    }

    private static int Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
