using System.Collections.Concurrent;
using PuppeteerSharp;

namespace VirtAlliance.Client.Tests.Page;

/// <summary>A tab, and what its console complained of.</summary>
internal sealed class Screen(IPage page) : IAsyncDisposable
{
    private const int PatienceMs = 60_000;

    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>Errors of scripts and of the page; requests to silos that are gone are none.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints.Where(c => !c.Contains("net::ERR_", StringComparison.Ordinal))];

    public async Task Begin(string address, int width)
    {
        page.Console += (_, e) =>
        {
            if (e.Message.Type is ConsoleType.Error or ConsoleType.Warning) _complaints.Enqueue(e.Message.Text);
        };
        page.PageError += (_, e) => _complaints.Enqueue(e.Message);
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await page.GoToAsync(address);
    }

    /// <summary>Waits until there is such an element.</summary>
    public async Task See(string selector) => await page.WaitForSelectorAsync(selector, new WaitForSelectorOptions { Timeout = PatienceMs });

    /// <summary>Waits until a condition in the page's own language holds.</summary>
    public async Task Until(string condition) => await page.WaitForFunctionAsync($"() => {condition}", new WaitForFunctionOptions { Timeout = PatienceMs, PollingInterval = 50 });

    public async Task Click(string selector)
    {
        await See(selector);
        await page.EvaluateFunctionAsync("s => document.querySelector(s).click()", selector);   // wherever it is on the page
    }

    public async Task Choose(string selector, string value)
    {
        await See($"{selector} option[value='{value}']");
        await page.SelectAsync(selector, value);
    }

    public async Task Type(string selector, string text)
    {
        await See(selector);
        await page.TypeAsync(selector, text);
    }

    public Task<string> Text(string selector) => page.EvaluateFunctionAsync<string>("s => document.querySelector(s)?.textContent ?? ''", selector);

    public Task<int> Number(string expression) => page.EvaluateExpressionAsync<int>(expression);

    public async Task Go(string hash) => await page.EvaluateFunctionAsync("h => { location.hash = h }", hash);

    /// <summary>Nothing reaches beyond the window's right edge.</summary>
    public async Task Fits() => Assert.True(await Number("document.documentElement.scrollWidth") <= await Number("window.innerWidth"), $"{page.Url} is wider than its window");

    /// <summary>Kept, where <c>VIRTALLIANCE_SCREENSHOTS</c> names a folder, for people to look at.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("VIRTALLIANCE_SCREENSHOTS") is not { Length: > 0 } folder) return;
        var height = await Number("document.documentElement.scrollHeight");
        await page.SetViewportAsync(new ViewPortOptions { Width = await Number("window.innerWidth"), Height = height });
        await page.ScreenshotAsync(Path.Combine(folder, $"{name}.png"));
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
