namespace VirtAlliance.Client.Tests.Page;

/// <summary>A test in a browser; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Program is null ? "no Chromium found: install one, or name it by VIRTALLIANCE_TEST_BROWSER" : null;

    /// <summary>The browser's program; null: there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("VIRTALLIANCE_TEST_BROWSER") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
