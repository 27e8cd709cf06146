using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>A run as it happens: server-sent events, from the quarter after the last that the browser says it has.</summary>
internal sealed class RunRoutes(RunFeeds feeds, CancellationToken stopping)
{
    private const string LastEvent = "Last-Event-ID";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly byte[] End = "event: end\ndata: {}\n\n"u8.ToArray();

    public async Task Events(HttpContext context)
    {
        if (await feeds.Join((string)context.Request.RouteValues["id"]!) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        try
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await Send(feed, First(context.Request), context.Response, over.Token);
        }
        catch (OperationCanceledException)
        {
            // the viewer has gone, or this silo goes
        }
        finally
        {
            feeds.Leave(feed);
        }
    }

    /// <summary>The first quarter that the viewer lacks.</summary>
    private static int First(HttpRequest request) =>
        int.TryParse(request.Headers[LastEvent], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last < int.MaxValue ? last + 1 : 0;

    private static async Task Send(RunFeed feed, int quarter, HttpResponse response, CancellationToken over)
    {
        (response.ContentType, response.Headers.CacheControl) = ("text/event-stream", "no-store");
        var writer = response.BodyWriter;
        writer.Write(Frame.Retry);
        writer.Write(feed.Plan);
        for (var version = 0; ;)
        {
            var news = feed.Since(quarter, version);
            foreach (var frame in news.Quarters) writer.Write(frame);
            if (news.Standing is not null) writer.Write(news.Standing);
            if (news.Ended) writer.Write(End);
            await writer.FlushAsync(over);
            if (news.Ended) return;
            (quarter, version) = (quarter + news.Quarters.Count, news.Version);
            await Task.WhenAny(news.More, Task.Delay(Heartbeat, over));
            over.ThrowIfCancellationRequested();
            if (!news.More.IsCompleted) writer.Write(Frame.Heartbeat);
        }
    }
}
