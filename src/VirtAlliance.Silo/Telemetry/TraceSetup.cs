using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Hosting;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Telemetry;

/// <summary>Traces, only where asked for: otherwise nobody listens to the sources, and they make no spans.</summary>
internal static class TraceSetup
{
    private static readonly string[] Sources = ["VirtAlliance", "Microsoft.Orleans.Application"];

    public static void AddTraces(this ISiloBuilder silo, TraceExport export)
    {
        if (export == TraceExport.None) return;
        silo.AddActivityPropagation();
        silo.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService("virtalliance")).WithTracing(traces => traces.AddSource(Sources).AddConsoleExporter());
    }
}
