using VirtAlliance.Scenarios;
using VirtAlliance.Scenarios.Shipped;

namespace VirtAlliance.Client.Options;

/// <summary>A scenario's text: from a file, or one that is shipped.</summary>
internal static class ScenarioText
{
    private const long MaxBytes = 64 << 20;   // far above what a scenario may have: its reader refuses smaller files with a place and a reason

    /// <summary>Text of the file <paramref name="name"/>, or of the shipped scenario of that name if there is no such file.</summary>
    /// <exception cref="ScenarioException">There is neither, or the file cannot be read.</exception>
    public static string Read(string name)
    {
        if (!File.Exists(name)) return ShippedScenarios.Text(name) ?? throw Missing(name);
        try
        {
            var bytes = new FileInfo(name).Length;
            return bytes <= MaxBytes ? File.ReadAllText(name) : throw Unusable(name, $"found {bytes:N0} bytes, expected a scenario file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(name, $"the file cannot be read: {e.Message}");
        }
    }

    private static ScenarioException Missing(string name) => Unusable(name, Directory.Exists(name)
        ? "found a folder, expected a scenario file"
        : $"found no such file, expected one, or a shipped scenario: {string.Join(", ", ShippedScenarios.List)}");

    private static ScenarioException Unusable(string name, string why) => new([$"{name}:1:1: {why}"]);
}
