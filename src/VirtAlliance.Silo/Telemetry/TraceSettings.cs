using System.Collections;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Telemetry;

/// <summary>Which quarters are traced, and where traces and metrics go besides the run store.</summary>
internal sealed class TraceSettings(SiloSettings settings)
{
    private const int EveryWithCollector = 10;

    /// <summary>To standard output.</summary>
    public bool Console { get; } = settings.Trace == TraceExport.Console;

    /// <summary>To a collector, which OpenTelemetry's own variables name.</summary>
    public bool Collector { get; } = IsSet("OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") || IsSet("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");

    /// <summary>Every so many quarters one; 0: none.</summary>
    public int Every => settings.TraceEvery ?? (Console ? 1 : Collector ? EveryWithCollector : 0);

    /// <summary>Every block of customers, too.</summary>
    public bool Blocks { get; } = settings.TraceBlocks;

    /// <summary>OpenTelemetry's own variables, which it reads from the host's configuration.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> CollectorVariables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => KeyValuePair.Create((string)v.Key, (string?)v.Value)).Where(v => v.Key.StartsWith("OTEL_", StringComparison.Ordinal));

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
