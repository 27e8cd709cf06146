using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace VirtAlliance.Silo.Tests.Web;

/// <summary>The feed of a run.</summary>
public sealed class RunEventsTests(ServedPage page) : IClassFixture<ServedPage>
{
    [Fact]
    public async Task A_feed_tells_the_plan_then_every_quarter_once_in_order_and_ends_with_the_run()
    {
        var run = await Submit(quarters: 40);
        var events = await Events(run, lastEvent: null);
        Assert.Equal(("run", "end"), (events[0].EventType, events[^1].EventType));
        Assert.Equal(Enumerable.Range(0, 40), Quarters(events));
        Assert.Equal("completed", Last(events, "standing").GetProperty("status").GetString());
        Assert.Equal((await page.Store.FindRun(run))!.Digest, Last(events, "standing").GetProperty("digest").GetString());
    }

    [Fact]
    public async Task After_a_disconnect_it_goes_on_with_the_quarter_after_the_last_that_was_seen()
    {
        var run = await Submit(quarters: 12);
        await Events(run, lastEvent: null);
        Assert.Equal(Enumerable.Range(8, 4), Quarters(await Events(run, lastEvent: "7")));
        Assert.Empty(Quarters(await Events(run, lastEvent: "11")));
        Assert.Equal(Enumerable.Range(0, 12), Quarters(await Events(run, lastEvent: "nonsense")));
    }

    [Fact]
    public async Task Shares_sum_to_one_and_are_those_of_the_ledger()
    {
        var run = await Submit(quarters: 3);
        var quarter = Last(await Events(run, lastEvent: null), "quarter");
        Assert.Equal(1, quarter.GetProperty("shares").EnumerateArray().Sum(s => s.GetDouble()), 4);
        Assert.Equal(2, quarter.GetProperty("pricesUsd").GetArrayLength());
        Assert.Equal("club", quarter.GetProperty("alliances")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_run_that_is_not_there_has_no_feed() =>
        Assert.Equal(HttpStatusCode.NotFound, (await page.Client.GetAsync("/api/runs/nobody/events")).StatusCode);

    private async Task<string> Submit(int quarters)
    {
        var body = $$"""{ "name": "first-try", "arms": ["with"], "quarters": {{quarters}}, "sets": ["segments.firms.customers=1000"] }""";
        using var answer = JsonDocument.Parse(await (await page.Client.SendAsync(ServedPage.Post("/api/studies", body))).Content.ReadAsStringAsync());
        return (await page.Store.ListRuns(answer.RootElement.GetProperty("study").GetString()!)).Single(r => r.Arm == "with").Id;
    }

    private async Task<List<SseItem<string>>> Events(string run, string? lastEvent)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{run}/events");
        if (lastEvent is not null) request.Headers.Add("Last-Event-ID", lastEvent);
        using var response = await page.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(patience.Token)) events.Add(item);
        return events;
    }

    private static IEnumerable<int> Quarters(IEnumerable<SseItem<string>> events) =>
        events.Where(e => e.EventType == "quarter").Select(e => JsonDocument.Parse(e.Data).RootElement.GetProperty("at").GetInt32());

    private static JsonElement Last(IEnumerable<SseItem<string>> events, string name) => JsonDocument.Parse(events.Last(e => e.EventType == name).Data).RootElement;
}
