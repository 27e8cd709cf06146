using System.Diagnostics;
using System.Text.Json;
using PuppeteerSharp;

namespace VirtAlliance.Client.Tests.Page;

/// <summary>Three silos in processes of their own, and a browser to look at their page with.</summary>
public sealed class WatchedCluster : IAsyncLifetime
{
    private readonly RunningConsole _console = new();
    private IBrowser? _browser;

    /// <summary>Where the page is, with its token.</summary>
    public string Page { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Program is not { } program) return;
        var started = await _console.Run("cluster", "start", "--silos", "3", "--trace-every", "10", "--json");
        Assert.True(started.Status == 0, started.Errors);
        using var answer = JsonDocument.Parse(started.Output);
        Page = answer.RootElement.GetProperty("page").GetString()!;
        _browser = await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = program, Headless = true, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (Page.Length > 0) await _console.Run("cluster", "stop");
        _console.Dispose();
    }

    /// <summary>A tab of its own, at the page.</summary>
    internal async Task<Screen> Open(int width)
    {
        var screen = new Screen(await _browser!.NewPageAsync());
        await screen.Begin(Page, width);
        return screen;
    }

    /// <summary>Ends a silo's process at once, as a crash would.</summary>
    internal async Task Kill(string silo)
    {
        using var status = JsonDocument.Parse((await _console.Run("cluster", "status", "--json")).Output);
        var pid = status.RootElement.GetProperty("silos").EnumerateArray().Single(s => s.GetProperty("name").GetString() == silo).GetProperty("pid").GetInt32();
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }
}
