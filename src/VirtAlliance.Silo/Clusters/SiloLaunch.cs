using System.Diagnostics;
using System.Runtime.InteropServices;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Clusters;

/// <summary>Starts this program in a process of its own that outlives its starter.</summary>
public static class SiloLaunch
{
    /// <summary>A silo; with <paramref name="silos"/> a supervisor of that many. It leaves the terminal and streams of its starter by itself (<see cref="SiloVariables.Log"/>).</summary>
    public static Process Start(SiloSettings settings, int? silos)
    {
        var start = new ProcessStartInfo(DotnetHost)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "VirtAlliance.Silo.dll") },
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in SiloVariables.All) start.Environment.Remove(name);
        foreach (var (name, value) in SiloVariables.Write(settings, silos)) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>The host that runs this process, whatever the name it was started by.</summary>
    private static string DotnetHost => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
