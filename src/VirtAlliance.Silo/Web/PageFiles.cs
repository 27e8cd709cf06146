using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace VirtAlliance.Silo.Web;

/// <summary>The page itself: files that were built from the folder Page and are part of this program.</summary>
internal static class PageFiles
{
    private const string Prefix = "page/";

    private static readonly ImmutableSortedDictionary<string, (byte[] Bytes, string Type, string Tag)> Files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToImmutableSortedDictionary(n => "/" + n[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>Answers with the file of that path; 404 if there is none.</summary>
    public static async Task Answer(HttpContext context)
    {
        if (!Files.TryGetValue(context.Request.Path == "/" ? "/index.html" : context.Request.Path.Value ?? "", out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        (context.Response.Headers.CacheControl, context.Response.Headers.ETag) = ("no-cache", file.Tag);
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        (context.Response.ContentType, context.Response.ContentLength) = (file.Type, file.Bytes.Length);
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static (byte[] Bytes, string Type, string Tag) Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
}
