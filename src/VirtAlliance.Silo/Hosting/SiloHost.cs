using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Membership;
using VirtAlliance.Silo.Telemetry;
using VirtAlliance.Silo.Web;

namespace VirtAlliance.Silo.Hosting;

/// <summary>A node: one Orleans silo with the market's grains and the run store.</summary>
public static class SiloHost
{
    /// <summary>Constant, so that all clusters of a store know the same grains.</summary>
    public const string Service = "virtalliance";

    /// <summary>Version of this program, as silos tell it to each other.</summary>
    public static string Program { get; } =
        typeof(SiloHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private const int Attempts = 5;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Starts a silo on an open store, which stays the caller's, and returns when it takes work. Disposing the host stops it.</summary>
    /// <exception cref="SiloSettingsException">The settings ask for what is not allowed, or for a cluster of another version of the program.</exception>
    public static async Task<IHost> Start(SiloSettings settings, IRunStore store, CancellationToken cancellation = default)
    {
        settings.Check();
        if (!settings.Alone) await RefuseOtherVersions(settings, store, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var host = Build(settings, store);
            try
            {
                await host.StartAsync(cancellation);
                return host;
            }
            catch (Exception e) when (attempt < Attempts && (settings.SiloPort == 0 || settings.GatewayPort == 0) && PortTaken(e))
            {
                await Discard(host);   // between finding a free port and listening on it somebody else took it
            }
        }
    }

    /// <summary>Silos of two versions need not understand each other, nor make the same of a run.</summary>
    private static async Task RefuseOtherVersions(SiloSettings settings, IRunStore store, CancellationToken cancellation)
    {
        var heard = await store.Heard(settings.Cluster, cancellation);
        if (heard.FirstOrDefault(h => h.Beat.Program != Program && DateTimeOffset.UtcNow - h.Utc < Silence) is { } other)
            throw new SiloSettingsException(
                $"{settings.Name} cannot join the cluster {settings.Cluster}: it is version {Program}, and {other.Beat.Name} there is version {other.Beat.Program}; all silos of a cluster must be of one version");
    }

    private static IHost Build(SiloSettings settings, IRunStore store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (!settings.Alone) builder.Logging.AddSimpleConsole(o => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ "));
        foreach (var (category, level) in PageLog.Levels) builder.Logging.AddFilter(category, level);
        builder.Configuration.AddInMemoryCollection(TraceSettings.CollectorVariables());
        builder.Services.AddSingleton(store).AddSingleton(settings);
        if (settings.HealthPort != 0) builder.Services.AddHostedService<HealthPort>();   // before Orleans', so that it tells of a silo that is still joining
        builder.UseOrleans(silo =>
        {
            Listen(silo, settings);
            Meet(silo, settings);
            var traces = new TraceSettings(settings);
            silo.AddTelemetry(traces, settings, store);
            silo.AddVirtAllianceGrains(grains =>
            {
                (grains.Program, grains.GuardsGrains, grains.AdoptsOrphans) = (Program, !settings.Alone, !settings.Alone);
                grains.TracedQuarters = traces.Every;
            });
        });
        if (settings is { Alone: false, PagePort: not null }) builder.Services.AddHostedService<PageServer>();   // after Orleans': it serves what takes work
        return builder.Build();
    }

    private static void Listen(ISiloBuilder silo, SiloSettings settings)
    {
        var free = FreePorts.Find(settings.Listen, 2);
        silo.Configure<SiloOptions>(o => o.SiloName = settings.Name);
        silo.Configure<EndpointOptions>(o =>
        {
            o.AdvertisedIPAddress = settings.Advertised;
            o.SiloPort = settings.SiloPort == 0 ? free[0] : settings.SiloPort;
            o.GatewayPort = settings.Alone ? 0 : settings.GatewayPort == 0 ? free[1] : settings.GatewayPort;
            o.SiloListeningEndpoint = new IPEndPoint(settings.Listen, o.SiloPort);
            o.GatewayListeningEndpoint = o.GatewayPort == 0 ? null : new IPEndPoint(settings.Listen, o.GatewayPort);
        });
    }

    private static void Meet(ISiloBuilder silo, SiloSettings settings)
    {
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.Cluster, Service));
        if (settings.Alone) silo.UseDevelopmentClustering((IPEndPoint?)null);
        else silo.UseStoredClustering(RunStores.Database(settings.Store), oneMachine: !settings.BeyondLoopback);
    }

    private static bool PortTaken(Exception? e) =>
        e is not null && (e is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } || PortTaken(e.InnerException));

    private static async Task Discard(IHost host)
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else host.Dispose();
    }
}
