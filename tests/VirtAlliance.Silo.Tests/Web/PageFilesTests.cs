using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace VirtAlliance.Silo.Tests.Web;

/// <summary>The page that users get.</summary>
public sealed class PageFilesTests(ServedPage page) : IClassFixture<ServedPage>
{
    [Fact]
    public async Task The_page_is_served_with_all_that_it_names_and_may_run_no_script_but_its_own()
    {
        var response = await page.Client.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("default-src 'none'; script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        foreach (var file in new[] { "page.js", "page.css" })
        {
            Assert.Contains($"./{file}", html);
            Assert.Equal(HttpStatusCode.OK, (await page.Client.GetAsync($"/{file}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await page.Client.GetAsync("/../appsettings.json")).StatusCode);
    }

    [Fact]
    public void The_bundle_was_built_from_the_sources_beside_it()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "src", "VirtAlliance.Silo", "Page");
        string[] files = ["index.html", "package-lock.json", "tsconfig.json", "vite.config.js",
            .. Directory.GetFiles(Path.Combine(folder, "src"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, file)));
        }
        Assert.True(
            Convert.ToHexStringLower(hash.GetHashAndReset()) == File.ReadAllText(Path.Combine(folder, "dist", "sources.sha256")).Trim(),
            "the page's bundle is older than its sources: npm ci && npm run build, in src/VirtAlliance.Silo/Page");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
