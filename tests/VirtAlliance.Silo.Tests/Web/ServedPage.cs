using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Silo.Web;

namespace VirtAlliance.Silo.Tests.Web;

/// <summary>A silo in this process, whose page is served and whose refusals are noted.</summary>
public sealed class ServedPage : IAsyncLifetime
{
    public const string Token = "a-token-for-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("virtalliance-").FullName;
    private readonly NotedLog _notes = new();
    private ILoggerFactory? _logs;
    private IRunStore? _store;
    private IHost? _host;
    private PageServer? _server;

    /// <summary>Asks as a browser's own page would; without the token.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where it is served.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>The silo's store.</summary>
    internal IRunStore Store => _store!;

    /// <summary>What was noted so far.</summary>
    public IReadOnlyList<string> Notes => _notes.Lines;

    public async Task InitializeAsync()
    {
        var settings = new SiloSettings { Store = Path.Combine(_folder, "runs.db"), Cluster = "c", PagePort = 0, PageToken = Token };
        _store = RunStores.Open(settings.Store);
        _host = await SiloHost.Start(settings with { PagePort = null }, _store);
        _logs = LoggerFactory.Create(logs =>
        {
            logs.SetMinimumLevel(LogLevel.Warning).AddProvider(_notes);
            foreach (var (category, level) in PageLog.Levels) logs.AddFilter(category, level);
        });
        var told = new GrainSettings();
        _server = new PageServer(settings, _store, _host.Services.GetRequiredService<IGrainFactory>(), told, _logs);
        await _server.StartAsync(CancellationToken.None);
        Client = new HttpClient { BaseAddress = new Uri(told.Page!) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _server!.StopAsync(CancellationToken.None);
        await _host!.StopAsync();
        _host.Dispose();
        await _store!.DisposeAsync();
        _logs!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A request for a change, as the page makes it.</summary>
    public static HttpRequestMessage Post(string path, string? json, string? token = Token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private sealed class NotedLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get { lock (_lines) return [.. _lines]; }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{formatter(state, exception)} {exception?.Message}");
        }

        public void Dispose()
        {
        }
    }
}
