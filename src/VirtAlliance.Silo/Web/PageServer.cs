using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Web;

/// <summary>Serves the live page on loopback, whatever address the silo itself listens on. If it cannot, the silo works on without.</summary>
internal sealed class PageServer(SiloSettings settings, IRunStore store, IGrainFactory grains, GrainSettings told, ILoggerFactory logs) : IHostedService
{
    private const int MostConnections = 1_000;

    private static readonly TimeSpan GraceToStop = TimeSpan.FromSeconds(2);

    private readonly PageLog _log = new(logs);
    private WebApplication? _app;

    /// <summary>Starts serving, on a free port if the one asked for is taken, and tells the silo where.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _app = await Listen(settings.PagePort ?? 0, cancellationToken);
            told.Page = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        }
        catch (IOException e)
        {
            _log.NotServed(e.Message);
        }
    }

    /// <summary>Lets viewers go at once: they turn to other silos.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is null) return;
        told.Page = null;
        await _app.StopAsync(cancellationToken);
        await _app.DisposeAsync();
    }

    private async Task<WebApplication> Listen(int port, CancellationToken cancellation)
    {
        var app = Build(port);
        try
        {
            await app.StartAsync(cancellation);
            return app;
        }
        catch (IOException e) when (port != 0)
        {
            await app.DisposeAsync();
            _log.Elsewhere(port, e.Message);
            return await Listen(0, cancellation);
        }
    }

    private WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => Limit(o, port));
        builder.Services.AddSingleton(logs).AddRoutingCore();
        builder.Services.AddHostFiltering(o => (o.AllowedHosts, o.AllowEmptyHosts, o.IncludeFailureMessage) = (["127.0.0.1", "localhost"], false, false));
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = GraceToStop);
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(new Admission(settings.PageToken, _log).Admit);
        app.Use(new Faults(_log).Catch);
        PageRoutes.Map(app, settings, store, grains, _log);
        return app;
    }

    private static void Limit(KestrelServerOptions options, int port)
    {
        options.Listen(IPAddress.Loopback, port);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = SubmissionBody.MostBytes;
        options.Limits.MaxConcurrentConnections = MostConnections;
    }
}
