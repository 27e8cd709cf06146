using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Scenarios;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Tests.Web;

/// <summary>What is posted: read as strictly as a file, whatever its bytes.</summary>
public sealed class SubmissionTests(ServedPage page) : IClassFixture<ServedPage>
{
    private static readonly string Sound = new JsonObject
    {
        ["name"] = "first-try", ["text"] = ShippedScenarios.Text("first-try"), ["arms"] = new JsonArray("with"), ["quarters"] = 2, ["sets"] = new JsonArray("segments.firms.customers=300"),
    }.ToJsonString();

    [Fact]
    public async Task A_scenario_from_the_page_runs_as_one_from_a_file_would()
    {
        using var answer = await Json(await page.Client.SendAsync(ServedPage.Post("/api/studies", Sound)), HttpStatusCode.Created);
        var study = answer.RootElement.GetProperty("study").GetString()!;
        await Eventually.So("the study has ended", async () => (await page.Store.FindStudy(study))!.Status == RunStatus.Completed);
        var plan = StudyPlan.Expand(new StudyRequest { Name = "x", Text = ShippedScenarios.Text("first-try")!, Arms = ["with"], Quarters = 2, Sets = ["segments.firms.customers=300"] });
        Assert.Equal(plan.Runs.Select(r => r.ScenarioHash), (await page.Store.ListRuns(study)).Select(r => r.ScenarioHash));
    }

    [Theory]
    [InlineData("scenario: x\nquarters: many\n  bad: [")]
    [InlineData("scenario: x\nstarts: 2020-Q9\nsurprise: 1")]
    [InlineData("")]
    [InlineData("a: &a [*a, *a]")]
    [InlineData("history: /etc/passwd\nscenario: x")]
    public async Task Errors_are_those_of_a_file_with_line_and_column(string text)
    {
        var expected = Assert.Throws<ScenarioException>(() => StudyPlan.Expand(new StudyRequest { Name = "mine.yaml", Text = text }));
        var body = new JsonObject { ["name"] = "mine.yaml", ["text"] = text }.ToJsonString();
        using var answer = await Json(await page.Client.SendAsync(ServedPage.Post("/api/studies", body)), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(expected.Errors, answer.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
        Assert.StartsWith("mine.yaml:", expected.Errors[0]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"text\": null }")]
    [InlineData("{ \"text\": 7 }")]
    [InlineData("{ \"text\": \"\", \"surprise\": 1 }")]
    [InlineData("{ \"name\": \"../../etc/passwd\" }")]
    [InlineData("{ \"name\": \"first-try\", \"arms\": [null] }")]
    [InlineData("{ \"name\": \"first-try\", \"name\": \"duopoly\" }")]
    [InlineData("{ \"name\": \"first-try\", \"seed\": -1 }")]
    [InlineData("{ \"name\": \"a\\nb\", \"text\": \"x\" }")]
    [InlineData("{ \"text\": \"\\ud800\" }")]
    public Task A_body_of_another_shape_is_refused(string body) => Refused(body);

    [Fact]
    public async Task Whatever_is_posted_the_silo_lives_on()
    {
        var bytes = Gen.Byte.Array[0, 300];
        var cut = Gen.Int[0, Sound.Length - 1].Select(length => System.Text.Encoding.UTF8.GetBytes(Sound[..length]));
        var bent = Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Byte).Select((at, b) => Bent(at, b));
        await Gen.OneOf(bytes, cut, bent).SampleAsync(async body =>
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var request = ServedPage.Post("/api/studies", null);
            request.Content = content;
            using var response = await page.Client.SendAsync(request);
            return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Created;   // a bent byte may leave it sound
        }, iter: 400);
        Assert.DoesNotContain(page.Notes, n => n.Contains("could not be answered", StringComparison.Ordinal));
        using var cluster = await Json(await page.Client.GetAsync("/api/cluster"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_study_is_cancelled_and_one_that_is_not_there_is_not()
    {
        using var answer = await Json(await page.Client.SendAsync(ServedPage.Post("/api/studies", """{ "name": "first-try", "quarters": 400 }""")), HttpStatusCode.Created);
        var study = answer.RootElement.GetProperty("study").GetString()!;
        using var status = await Json(await page.Client.SendAsync(ServedPage.Post($"/api/studies/{study}/cancel", null)), HttpStatusCode.OK);
        Assert.Equal("cancelled", status.RootElement.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await page.Client.SendAsync(ServedPage.Post("/api/studies/nobody/cancel", null))).StatusCode);
    }

    private static byte[] Bent(int at, byte to)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Sound);
        bytes[at] = to;
        return bytes;
    }

    private async Task Refused(string body)
    {
        var noted = page.Notes.Count;
        using var answer = await Json(await page.Client.SendAsync(ServedPage.Post("/api/studies", body)), HttpStatusCode.BadRequest);
        Assert.NotEmpty(answer.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Contains(page.Notes.Skip(noted), n => n.StartsWith("Refused with 400: POST /api/studies", StringComparison.Ordinal));
    }

    private static async Task<JsonDocument> Json(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text);
    }
}
