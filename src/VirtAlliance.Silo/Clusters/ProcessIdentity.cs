using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VirtAlliance.Silo.Clusters;

/// <summary>A process by its number and its start, as numbers are used again.</summary>
/// <param name="Pid">The process's number.</param>
/// <param name="Started">When it started, in the system's own count; means something only to the same system.</param>
public readonly partial record struct ProcessIdentity(int Pid, long Started)
{
    private const int Terminate = 15;

    /// <summary>Of a process that runs; null if it does not.</summary>
    public static ProcessIdentity? Of(int pid) => StartOf(pid) is { } started ? new ProcessIdentity(pid, started) : null;

    /// <summary>False once it has ended, also if its number was given to another.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAlive => StartOf(Pid) == Started;

    /// <summary>Asks it to end (SIGTERM); does nothing if it has ended.</summary>
    public void Stop()
    {
        if (!IsAlive) return;
        if (OperatingSystem.IsWindows()) Kill();
        else _ = Signal(Pid, Terminate);
    }

    /// <summary>Ends it without asking; does nothing if it has ended.</summary>
    public void Kill()
    {
        if (!IsAlive) return;
        try
        {
            using var process = Process.GetProcessById(Pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // it ended meanwhile
        }
    }

    private static long? StartOf(int pid) => OperatingSystem.IsLinux() ? FromKernel(pid) : FromRuntime(pid);

    /// <summary>Field 22 of the process's status, in ticks since boot; the name before it may hold spaces and parentheses. A zombie counts as ended.</summary>
    private static long? FromKernel(int pid)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{pid}/stat");
            var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long? FromRuntime(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.StartTime.Ticks;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
