using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Hosting;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tracing;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Telemetry;

/// <summary>Traces and metrics, only where asked for: otherwise nobody listens to the sources, and they cost nothing.</summary>
internal static class TelemetrySetup
{
    private const int SpansWaiting = 1 << 16, SpansAtOnce = 512;

    private static readonly string[] Sources = [Traces.SourceName, "Microsoft.Orleans.Application"];

    private static readonly string[] Meters = [Grains.Tracing.Meters.Name, "Microsoft.Orleans", "System.Runtime"];

    public static void AddTelemetry(this ISiloBuilder silo, TraceSettings traces, SiloSettings settings, IRunStore store)
    {
        if (traces.Every == 0 && !traces.Collector) return;
        var telemetry = silo.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService("virtalliance", serviceInstanceId: settings.Name, autoGenerateServiceInstanceId: false));
        if (traces.Collector) telemetry.WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        if (traces.Every == 0) return;
        silo.AddActivityPropagation();
        telemetry.WithTracing(tracing =>
        {
            tracing.AddSource(Sources).SetSampler(new QuarterSampler(traces.Blocks));
            tracing.AddProcessor(new BatchActivityExportProcessor(new StoreSpanExporter(store, settings.Name), SpansWaiting, maxExportBatchSize: SpansAtOnce));
            if (traces.Console) tracing.AddConsoleExporter();
            if (traces.Collector) tracing.AddOtlpExporter();
        });
    }
}
