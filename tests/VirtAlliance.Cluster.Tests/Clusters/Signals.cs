using System.Runtime.InteropServices;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>What can be done to a process from outside.</summary>
internal static partial class Signals
{
    private const int KillNow = 9, Terminate = 15, Continue = 18, Halt = 19;

    /// <summary>SIGKILL: it ends at once, in the middle of whatever it does.</summary>
    public static void Kill(int pid) => Send(pid, KillNow);

    /// <summary>SIGTERM: it is asked to end.</summary>
    public static void Ask(int pid) => Send(pid, Terminate);

    /// <summary>SIGSTOP: it hangs from now on.</summary>
    public static void Freeze(int pid) => Send(pid, Halt);

    /// <summary>SIGCONT: it goes on as if nothing had happened.</summary>
    public static void Thaw(int pid) => Send(pid, Continue);

    /// <summary>A process that has ended meanwhile needs no signal.</summary>
    private static void Send(int pid, int signal) => _ = Signal(pid, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
