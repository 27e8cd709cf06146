using Microsoft.AspNetCore.Http;

namespace VirtAlliance.Silo.Web;

/// <summary>How requests are refused: with a status and the reasons as JSON, and a line in the log.</summary>
internal static class Refusals
{
    /// <summary>Refuses for one reason.</summary>
    public static Task Answer(HttpContext context, PageLog log, int status, string why) => Answer(context, log, status, [why]);

    /// <summary>Refuses for several; the log is told the first.</summary>
    public static Task Answer(HttpContext context, PageLog log, int status, IReadOnlyList<string> why)
    {
        log.Refused(context.Request, status, why[0]);
        if (context.Response.HasStarted) return Task.CompletedTask;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new RefusalView(why), PageJson.Default.RefusalView, cancellationToken: context.RequestAborted);
    }
}

/// <summary>Why something was refused, a line each.</summary>
internal sealed record RefusalView(IReadOnlyList<string> Errors);
