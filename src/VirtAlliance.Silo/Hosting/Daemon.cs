using System.Runtime.InteropServices;

namespace VirtAlliance.Silo.Hosting;

/// <summary>Leaves the starter's terminal, process group and streams, so that the starter may end, or be interrupted, and nobody waits for its pipes.</summary>
internal static partial class Daemon
{
    private const int WriteOnly = 1, Create = 0x40, Append = 0x400;

    /// <summary>From here on standard output and error, also those of the runtime itself, go to the end of <paramref name="log"/>. Only on Linux; elsewhere the starter's redirection has to do.</summary>
    /// <exception cref="SiloSettingsException">The file cannot be written.</exception>
    public static void Detach(string log)
    {
        if (!OperatingSystem.IsLinux()) return;
        _ = NewSession();
        _ = Duplicate(Open("/dev/null", 0, 0), 0);
        if (!WriteTo(log)) throw new SiloSettingsException($"{SiloVariables.Log}={log} cannot be written: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Where a log has grown beyond <paramref name="bytes"/>, keeps it under another name, in place of what is there, and goes on with an empty one.</summary>
    public static void Rotate(string log, long bytes)
    {
        if (!OperatingSystem.IsLinux() || new FileInfo(log) is not { Exists: true } file || file.Length <= bytes) return;
        File.Move(log, log + ".old", overwrite: true);
        _ = WriteTo(log);   // if that fails, the old one grows on
    }

    private static bool WriteTo(string log)
    {
        var file = Open(log, WriteOnly | Create | Append, Convert.ToInt32("600", 8));
        if (file < 0) return false;
        _ = Duplicate(file, 1);
        _ = Duplicate(file, 2);
        _ = Close(file);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);
}
