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
        var nothing = Open("/dev/null", 0, 0);
        var file = Open(log, WriteOnly | Create | Append, Convert.ToInt32("600", 8));
        if (file < 0) throw new SiloSettingsException($"{SiloVariables.Log}={log} cannot be written: {Marshal.GetLastPInvokeErrorMessage()}");
        _ = Duplicate(nothing, 0);
        _ = Duplicate(file, 1);
        _ = Duplicate(file, 2);
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);
}
