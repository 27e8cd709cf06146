namespace VirtAlliance.Client.Options;

/// <summary><c>--log FILE</c>: a file that is written when the work is done.</summary>
internal static class LogFile
{
    /// <summary>Makes sure, before any work is done for it, that the file can be written; leaves no trace.</summary>
    /// <exception cref="UnusableInputException">It cannot.</exception>
    public static void Prepare(string file)
    {
        try
        {
            var isThere = File.Exists(file);
            using var probe = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, 1, isThere ? FileOptions.None : FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException($"--log {file}: the file cannot be written: {e.Message}");
        }
    }
}
