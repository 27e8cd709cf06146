using System.Text;

namespace VirtAlliance.Scenarios.Reading;

/// <summary>The text of a file that a user names.</summary>
internal static class FileText
{
    /// <param name="path">Where it is.</param>
    /// <param name="shown">How errors name it.</param>
    /// <param name="expected">What it should have been.</param>
    /// <exception cref="ScenarioException">It is missing, too large or cannot be read.</exception>
    public static string Read(string path, string shown, string expected)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > TextLimits.MaxBytes) throw Unusable(shown, TextLimits.TooLarge(length));
            return Encoding.UTF8.GetString(File.ReadAllBytes(path).AsSpan().TrimStart(Encoding.UTF8.Preamble));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(shown, $"found a file that cannot be read ({e.Message}), expected {expected}");
        }
    }

    private static ScenarioException Unusable(string file, string message) => new([$"{new Place(file, 1, 1)}: {message}"]);
}
