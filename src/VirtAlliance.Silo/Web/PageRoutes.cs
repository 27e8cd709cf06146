using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Silo.Web.Feeds;
using VirtAlliance.Silo.Web.Studies;

namespace VirtAlliance.Silo.Web;

/// <summary>What can be asked for.</summary>
internal static class PageRoutes
{
    public static void Map(WebApplication app, SiloSettings settings, IRunStore store, IGrainFactory grains, PageLog log)
    {
        var cluster = new ClusterRoutes(settings, store);
        var studies = new StudyRoutes(settings, store, grains, log);
        var runs = new RunRoutes(new RunFeeds(store, grains), app.Lifetime.ApplicationStopping);
        var traces = new TraceRoutes(store);
        app.MapGet("/api/cluster", cluster.Show);
        app.MapGet("/api/scenarios", (RequestDelegate)(context => context.Response.WriteAsJsonAsync(ShippedScenarios.List, PageJson.Default.IReadOnlyListString)));
        app.MapGet("/api/scenarios/{name}", (RequestDelegate)Scenario);
        app.MapGet("/api/studies", studies.List);
        app.MapPost("/api/studies", studies.Submit);
        app.MapGet("/api/studies/{id}", studies.Show);
        app.MapPost("/api/studies/{id}/cancel", studies.Cancel);
        app.MapGet("/api/runs/{id}/events", runs.Events);
        app.MapGet("/api/runs/{id}/traces/{at:int}", traces.Show);
        app.MapFallback("{**path}", PageFiles.Answer);
    }

    private static Task Scenario(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        if (ShippedScenarios.Text(name) is { } text) return context.Response.WriteAsJsonAsync(new ScenarioView(name, text), PageJson.Default.ScenarioView);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>A shipped scenario.</summary>
internal sealed record ScenarioView(string Name, string Text);
