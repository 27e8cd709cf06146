namespace VirtAlliance.Client.Tests.Page;

/// <summary>A test in a browser, made where <c>VIRTALLIANCE_TEST_BROWSER</c> names one; else it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Program is null ? "no browser is named: set VIRTALLIANCE_TEST_BROWSER to the program of a Chromium" : null;

    /// <summary>The browser's program; null: none is named.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("VIRTALLIANCE_TEST_BROWSER") is { Length: > 0 } named ? named : null;
}
