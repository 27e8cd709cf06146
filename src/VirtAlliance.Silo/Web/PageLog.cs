using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VirtAlliance.Silo.Web;

/// <summary>What the page's server has to say, and what of the libraries under it: whatever was refused, and why.</summary>
internal sealed partial class PageLog(ILoggerFactory logs)
{
    private const int LongestPath = 200;

    private readonly ILogger _log = logs.CreateLogger("VirtAlliance.Page");

    /// <summary>Below which level what part of a silo is silent: refusals of the libraries' own are told at levels that are else left out.</summary>
    public static ImmutableArray<(string Category, LogLevel Level)> Levels { get; } =
        [("Microsoft.AspNetCore.HostFiltering", LogLevel.Information), ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Debug)];

    /// <summary>A request was refused.</summary>
    public void Refused(HttpRequest request, int status, string why)
    {
        var path = request.Path.ToUriComponent();   // percent-encoded: no line breaks
        Refused(status, request.Method, path.Length <= LongestPath ? path : path[..LongestPath], why);
    }

    /// <summary>The port that was asked for cannot be had.</summary>
    [LoggerMessage(LogLevel.Warning, "The page is served at another port than {Port}: {Why}")]
    public partial void Elsewhere(int port, string why);

    /// <summary>No port can be had.</summary>
    [LoggerMessage(LogLevel.Warning, "No page is served: {Why}")]
    public partial void NotServed(string why);

    /// <summary>A request failed by no fault of its own.</summary>
    [LoggerMessage(LogLevel.Error, "A request could not be answered")]
    public partial void Failed(Exception e);

    [LoggerMessage(LogLevel.Warning, "Refused with {Status}: {Method} {Path}: {Why}")]
    private partial void Refused(int status, string method, string path, string why);
}
