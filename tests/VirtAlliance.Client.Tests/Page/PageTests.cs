namespace VirtAlliance.Client.Tests.Page;

/// <summary>The live page as a person uses it: headless Chromium, real silos.</summary>
public sealed class PageTests(WatchedCluster cluster) : IClassFixture<WatchedCluster>
{
    private const int Phone = 390, Desktop = 1280;

    [BrowserFact]
    public async Task A_study_is_started_watched_through_the_loss_of_the_silo_that_serves_it_and_cancelled()
    {
        await using var screen = await cluster.Open(Desktop);
        await Submit(screen, quarters: 2000, "segments.firms.customers=2_200_000");
        await screen.Click("#run-list a");
        await screen.Until("Number(document.querySelector('#shares')?.dataset.quarters) > 3");
        await screen.Picture("run-desktop");

        var before = await screen.Number("Number(document.querySelector('#shares').dataset.quarters)");
        await screen.Until("document.querySelector('#self').textContent.includes('served by')");   // it knows the other silos by then
        var silo = (await screen.Text("#self")).Split(' ')[^1];
        await cluster.Kill(silo);
        await screen.Until($"Number(document.querySelector('#shares')?.dataset.quarters) > {before + 5}");
        await screen.Until("document.querySelector('#run')?.dataset.status === 'running'");

        await screen.Click("#cancel");
        await screen.Until("document.querySelector('#run')?.dataset.status === 'cancelled'");
        Assert.Empty(screen.Complaints);
    }

    [BrowserFact]
    public async Task Gains_verdicts_messages_and_the_trace_of_a_quarter_are_shown_on_a_phone()
    {
        await using var screen = await cluster.Open(Phone);
        await screen.See("#silos tbody tr");
        await Submit(screen, quarters: 20, "segments.firms.customers=20_000");
        await screen.Until("document.querySelector('#study')?.dataset.status === 'completed'");
        await screen.See("#gains tbody tr:nth-child(2)");
        await screen.See("#claims tbody tr");
        await screen.Fits();
        await screen.Picture("study-phone");

        await screen.Click("#run-list a");
        await screen.Until("document.querySelector('#shares')?.dataset.quarters === '20'");
        await screen.Until("document.querySelectorAll('.messages li').length > 0");
        await Trace(screen);
        await screen.Fits();
        await screen.Picture("run-phone");

        await screen.Go("#/");
        await screen.See("#study-list li");
        await screen.Fits();
        await screen.Picture("home-phone");
        Assert.Empty(screen.Complaints);
    }

    [BrowserFact]
    public async Task What_is_wrong_with_a_scenario_is_told_with_line_and_column()
    {
        await using var screen = await cluster.Open(Desktop);
        await screen.Type("#scenario", "scenario: x\nsurprise: 1");
        await screen.Click("#start");
        await screen.Until("document.querySelector('#errors').textContent.includes('scenario:2:1')");
        await screen.Picture("home-desktop");
    }

    private static async Task Submit(Screen screen, int quarters, string set)
    {
        await screen.Choose("#shipped", "first-try");
        await screen.Until("document.querySelector('#scenario').value.includes('reseller')");
        await screen.Type("input[name=quarters]", $"{quarters}");
        await screen.Type("input[name=set]", set);
        await screen.Click("#start");
        await screen.See("#run-list a");
    }

    /// <summary>Spans are written some seconds after their quarter.</summary>
    private static async Task Trace(Screen screen)
    {
        await Eventually.So("the trace is shown", async () =>
        {
            await screen.Choose("#traced", "");
            await screen.Choose("#traced", "10");
            return (await screen.Text("#waterfall")).Contains("purchase", StringComparison.Ordinal);
        });
    }
}
