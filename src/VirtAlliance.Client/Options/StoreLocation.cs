using System.CommandLine;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Options;

/// <summary>Where the run store is: <c>--store</c>, else <c>VIRTALLIANCE_STORE</c>, else a file in the user's data folder.</summary>
internal static class StoreLocation
{
    public static Option<string> Option() => new("--store")
    {
        Description = "The run store: a file, or a PostgreSQL database as Host=… or postgresql://… (default: a file in your data folder, or what VIRTALLIANCE_STORE says)",
        HelpName = "STORE",
    };

    /// <exception cref="UnusableInputException">No place is named, and there is no data folder.</exception>
    public static string Of(string? option, Func<string, string?> environment)
    {
        if (option is { Length: > 0 }) return option;
        if (option is not null) throw new UnusableInputException("--store: the name of a file or the address of a database is missing");
        return environment(SiloVariables.Store) is { Length: > 0 } named ? named : Path.Combine(DataFolder(environment), "runs.db");
    }

    private static string DataFolder(Func<string, string?> environment) => UserFolder.Find(environment)
        ?? throw new UnusableInputException($"there is no place for the run store: neither XDG_DATA_HOME nor HOME is set; name one with --store or {SiloVariables.Store}");
}
