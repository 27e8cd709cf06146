using System.Diagnostics;

namespace VirtAlliance.Tests.Postgres;

/// <summary>The PostgreSQL server's programs on this machine.</summary>
internal static class PostgresPrograms
{
    private const string Account = "postgres";

    /// <summary>Their folder; null if there is none.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));

    /// <summary>Why no server can be started; null if one can.</summary>
    public static string? Missing { get; } =
        OperatingSystem.IsWindows() ? "PostgreSQL is tested where there is a POSIX shell"
        : Folder is null ? "PostgreSQL's server programs (initdb, pg_ctl) are not there"
        : Environment.UserName == "root" && !IsAccount() ? "PostgreSQL's server does not run as root, and there is no user postgres with runuser"
        : null;

    /// <summary>A shell script with arguments, as a user that the server accepts.</summary>
    public static ProcessStartInfo Shell(string script, params string[] arguments)
    {
        var asRoot = Environment.UserName == "root";
        var start = new ProcessStartInfo(asRoot ? "runuser" : "sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (asRoot) foreach (var argument in (string[])["-u", Account, "--", "sh"]) start.ArgumentList.Add(argument);
        foreach (var argument in (string[])["-c", script, "sh", .. arguments]) start.ArgumentList.Add(argument);
        return start;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Directory.Exists("/usr/lib/postgresql"))
            foreach (var version in Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(v => int.TryParse(Path.GetFileName(v), out var n) ? n : 0))
                yield return Path.Combine(version, "bin");
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)) yield return folder;
    }

    private static bool IsAccount() =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(l => l.StartsWith($"{Account}:", StringComparison.Ordinal))
        && ((string[])["/sbin/runuser", "/usr/sbin/runuser", "/bin/runuser", "/usr/bin/runuser"]).Any(File.Exists);
}
