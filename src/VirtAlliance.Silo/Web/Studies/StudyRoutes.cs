using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Web.Studies;

/// <summary>Studies: shown, started, cancelled.</summary>
internal sealed class StudyRoutes(SiloSettings settings, IRunStore store, IGrainFactory grains, PageLog log)
{
    private const int MostStudies = 100;

    private readonly Sparing<IReadOnlyList<StudyStanding>> _standings = new(() => store.Standings(MostStudies));
    private readonly StudyScreens _screens = new(store);

    public async Task List(HttpContext context) =>
        await context.Response.WriteAsJsonAsync([.. (await _standings.Get()).Select(StudyLine.Of)], PageJson.Default.IReadOnlyListStudyLine);

    public async Task Show(HttpContext context)
    {
        if (await _screens.Of(Id(context)) is { } screen) await context.Response.WriteAsJsonAsync(await screen.Get(), PageJson.Default.StudyView);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task Submit(HttpContext context)
    {
        var request = (await SubmissionBody.Read(context.Request)).Request();
        try
        {
            var plan = await Task.Run(() => StudyPlan.Expand(request));
            var study = await StudyRows.Create(store, request, plan, settings.Cluster, context.RequestAborted);
            await grains.GetGrain<IStudyGrain>(study.Id).Start();
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsJsonAsync(new SubmittedView(study.Id, plan.Runs.Length), PageJson.Default.SubmittedView);
        }
        catch (ScenarioException e)
        {
            await Refusals.Answer(context, log, StatusCodes.Status422UnprocessableEntity, e.Errors);
        }
    }

    /// <summary>Decided in the store, as the console does it; whoever is at work on the study notices within a second.</summary>
    public async Task Cancel(HttpContext context)
    {
        if (await store.FindStudy(Id(context)) is not { } study)
        {
            await Refusals.Answer(context, log, StatusCodes.Status404NotFound, "there is no such study");
            return;
        }
        await store.Cancel(study.Id);
        var now = await store.FindStudy(study.Id) ?? study;
        await context.Response.WriteAsJsonAsync(new StatusView(StatusText.Of(now.Status)), PageJson.Default.StatusView);
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}

/// <summary>A study that was submitted, and how many runs it has.</summary>
internal sealed record SubmittedView(string Study, int Runs);

/// <summary>Where something stands.</summary>
internal sealed record StatusView(string Status);

/// <summary>A study in the list of them.</summary>
internal sealed record StudyLine(string Id, string Scenario, string Status, string? Error, DateTimeOffset Created, int Runs, int Completed, long Quarters, long QuartersDone)
{
    public static StudyLine Of(StudyStanding s) =>
        new(s.Id, s.Scenario, StatusText.Of(s.Status), s.Error, s.CreatedUtc, s.Runs, s.Completed, s.Quarters, s.QuartersDone);
}
