using System.CommandLine;

namespace VirtAlliance.Client.Options;

/// <summary><c>--out DIR</c>: where tables are written.</summary>
internal static class OutFolder
{
    public static Option<string> Build(string description) => new("--out") { HelpName = "DIR", Description = description };

    /// <summary>Makes the folder before any work is done for it.</summary>
    /// <exception cref="UnusableInputException">It cannot be made or written to.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException($"--out {folder}: the folder cannot be written to: {e.Message}");
        }
    }
}
