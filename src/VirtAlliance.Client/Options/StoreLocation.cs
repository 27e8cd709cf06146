using System.CommandLine;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Options;

/// <summary>Where the run store is: <c>--store</c>, else <c>VIRTALLIANCE_STORE</c>, else a file in the user's data folder.</summary>
internal static class StoreLocation
{
    public static Option<string> Option() => new("--store")
    {
        Description = "The run store: a file (default: in your data folder, or what VIRTALLIANCE_STORE says)",
        HelpName = "FILE",
    };

    /// <exception cref="UnusableInputException">No place is named, and there is no data folder.</exception>
    public static string Of(string? option, Func<string, string?> environment)
    {
        if (option is { Length: > 0 }) return option;
        if (option is not null) throw new UnusableInputException("--store: the name of a file is missing");
        return environment(SiloVariables.Store) is { Length: > 0 } named ? named : Path.Combine(DataFolder(environment), "virtalliance", "runs.db");
    }

    /// <summary>As the XDG base directory rules say: a relative XDG_DATA_HOME counts as unset.</summary>
    private static string DataFolder(Func<string, string?> environment)
    {
        if (environment("XDG_DATA_HOME") is { } data && Path.IsPathRooted(data)) return data;
        if (environment("LOCALAPPDATA") is { } local && OperatingSystem.IsWindows()) return local;
        if (environment("HOME") is { } home && Path.IsPathRooted(home)) return Path.Combine(home, ".local", "share");
        throw new UnusableInputException($"there is no place for the run store: neither XDG_DATA_HOME nor HOME is set; name a file with --store or {SiloVariables.Store}");
    }
}
