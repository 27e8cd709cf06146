using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace VirtAlliance.Silo.Web;

/// <summary>Who may ask for what. Whoever is on this machine may look; only who holds the token may change anything; and no other site's page may do either through a user's browser.</summary>
/// <param name="token">What changes need; null: nobody can make any.</param>
/// <param name="log">Refusals are told there.</param>
internal sealed class Admission(string? token, PageLog log)
{
    private const string Bearer = "Bearer ", FetchSite = "Sec-Fetch-Site", FetchMode = "Sec-Fetch-Mode", Json = "application/json";

    // ECharts sets styles of its own; a silo that died is looked for at the other silos' ports
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers what is refused; passes on the rest.</summary>
    public async Task Admit(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "no-referrer");
        (headers["Cross-Origin-Resource-Policy"], headers["Cross-Origin-Opener-Policy"]) = ("same-site", "same-origin");
        if (Refusal(context.Request) is { } refusal) await Refusals.Answer(context, log, refusal.Status, refusal.Why);
        else await next(context);
    }

    private (int Status, string Why)? Refusal(HttpRequest request)
    {
        var site = request.Headers[FetchSite].ToString();
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return site == "cross-site" && request.Headers[FetchMode] != "navigate" ? (StatusCodes.Status403Forbidden, "another site's page asks") : null;
        if (site is not ("" or "same-origin" or "none")) return (StatusCodes.Status403Forbidden, $"a page of another origin posts ({FetchSite}: {Short(site)})");
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host}") return (StatusCodes.Status403Forbidden, $"a page of another origin posts ({Short(origin.ToString())})");
        if (token is null) return (StatusCodes.Status403Forbidden, "this silo was given no token, so its page only shows; set VIRTALLIANCE_PAGE_TOKEN");
        if (!Shown(request.Headers.Authorization.ToString())) return (StatusCodes.Status401Unauthorized, "changes need the token that 'virtalliance cluster start' and 'cluster status' print: open the page by the address printed there");
        if (request.ContentLength is not (null or 0) && !IsJson(request)) return (StatusCodes.Status415UnsupportedMediaType, $"expected {Json}");
        return null;
    }

    private bool Shown(string authorization) => authorization.StartsWith(Bearer, StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Bearer.Length..]), Encoding.UTF8.GetBytes(token!));

    private static bool IsJson(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => new([.. text.Take(100).Select(c => char.IsControl(c) ? '?' : c)]);
}
