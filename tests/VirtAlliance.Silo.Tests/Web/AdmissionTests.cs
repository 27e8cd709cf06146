using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VirtAlliance.Silo.Tests.Web;

/// <summary>Who may look, who may change, and what is said of those who may not.</summary>
public sealed class AdmissionTests(ServedPage page) : IClassFixture<ServedPage>
{
    private const string Sound = """{ "name": "first-try", "quarters": 1, "sets": ["segments.firms.customers=100"] }""";

    [Fact]
    public async Task Without_the_token_nothing_is_changed()
    {
        await Refused(ServedPage.Post("/api/studies", Sound, token: null), HttpStatusCode.Unauthorized, "401");
        await Refused(ServedPage.Post("/api/studies", Sound, token: "a-token-for-tesTs"), HttpStatusCode.Unauthorized, "401");
        await Refused(ServedPage.Post("/api/studies/x/cancel", null, token: ""), HttpStatusCode.Unauthorized, "401");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.7:80")]
    public async Task A_foreign_host_is_refused_even_to_look(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/cluster") { Headers = { Host = host } };
        await Refused(request, HttpStatusCode.BadRequest, "does not match an allowed host");
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_origin_changes_nothing_whatever_it_knows(string header, string value)
    {
        var request = ServedPage.Post("/api/studies", Sound);
        request.Headers.Add(header, value);
        await Refused(request, HttpStatusCode.Forbidden, "another origin");
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_even_look_but_may_link_here()
    {
        var reads = new HttpRequestMessage(HttpMethod.Get, "/api/cluster") { Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Mode", "cors" } } };
        await Refused(reads, HttpStatusCode.Forbidden, "another site");
        var links = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Mode", "navigate" } } };
        Assert.Equal(HttpStatusCode.OK, (await page.Client.SendAsync(links)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_told_that_other_origins_may_read()
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/studies") { Headers = { { "Origin", "http://evil.example" }, { "Access-Control-Request-Method", "POST" } } };
        var response = await page.Client.SendAsync(request);
        Assert.False(response.IsSuccessStatusCode);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_form_of_another_content_type_is_refused()
    {
        var request = ServedPage.Post("/api/studies", Sound);
        request.Content = new StringContent(Sound, Encoding.UTF8, "text/plain");
        await Refused(request, HttpStatusCode.UnsupportedMediaType, "application/json");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_oversized_body_is_refused_whether_or_not_it_says_its_length(bool tellsLength)
    {
        var request = ServedPage.Post("/api/studies", $$"""{ "text": "{{new string('x', 3 << 20)}}" }""");
        request.Headers.TransferEncodingChunked = !tellsLength;
        request.Headers.ExpectContinue = true;   // so that the answer is read before all was sent
        await Refused(request, HttpStatusCode.RequestEntityTooLarge, "413");
    }

    [Fact]
    public async Task What_is_no_http_is_refused_and_the_silo_lives_on()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(page.Address.Host, page.Address.Port);
        await socket.GetStream().WriteAsync("\0\u0001 nonsense\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(socket.GetStream());
        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync());
        await LivesOn();
    }

    private async Task Refused(HttpRequestMessage request, HttpStatusCode status, string note)
    {
        var (before, noted) = ((await page.Store.ListStudies()).Count, page.Notes.Count);
        var response = await page.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(page.Notes.Skip(noted), n => n.Contains(note, StringComparison.Ordinal));
        Assert.Equal(before, (await page.Store.ListStudies()).Count);
        await LivesOn();
    }

    private async Task LivesOn() => Assert.Equal(HttpStatusCode.OK, (await page.Client.GetAsync("/api/cluster")).StatusCode);
}
