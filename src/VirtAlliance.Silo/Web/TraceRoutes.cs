using System.Globalization;
using Microsoft.AspNetCore.Http;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Traces;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Web;

/// <summary>Traced quarters, from the run store: whichever silo asks has the spans of all.</summary>
internal sealed class TraceRoutes(IRunStore store)
{
    public async Task Show(HttpContext context)
    {
        if (await Find(context) is { } found) await context.Response.WriteAsJsonAsync(found, PageJson.Default.TraceView);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task<TraceView?> Find(HttpContext context)
    {
        var at = int.Parse((string)context.Request.RouteValues["at"]!, CultureInfo.InvariantCulture);
        if (await store.FindRun((string)context.Request.RouteValues["id"]!) is not { } run) return null;
        if ((await QuarterTrace.Quarters(store, run.Id)).FirstOrDefault(q => q.Quarter == at) is not { } root) return null;
        if (await QuarterTrace.Read(store, root.Trace) is not { } trace) return null;
        return new TraceView(RunDefinitionJson.Read(run.Definition).InForce.Starts.Plus(at).ToString(), trace.Trace, trace.Orphans, trace.Spans);
    }
}

/// <summary>A traced quarter.</summary>
internal sealed record TraceView(string Quarter, string Trace, int Orphans, System.Collections.Immutable.ImmutableArray<SpanLine> Spans);
