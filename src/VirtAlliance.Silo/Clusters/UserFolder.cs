namespace VirtAlliance.Silo.Clusters;

/// <summary>Where a user's data belongs.</summary>
public static class UserFolder
{
    /// <summary>As the XDG base directory rules say (a relative XDG_DATA_HOME counts as unset), with a folder of this program's below; null if no variable names a place.</summary>
    public static string? Find(Func<string, string?> environment) => Parent(environment) is { } parent ? Path.Combine(parent, "virtalliance") : null;

    private static string? Parent(Func<string, string?> environment)
    {
        if (environment("XDG_DATA_HOME") is { } data && Path.IsPathRooted(data)) return data;
        if (environment("LOCALAPPDATA") is { } local && OperatingSystem.IsWindows()) return local;
        if (environment("HOME") is { } home && Path.IsPathRooted(home)) return Path.Combine(home, ".local", "share");
        return null;
    }
}
