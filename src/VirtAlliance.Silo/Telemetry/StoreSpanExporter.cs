using System.Diagnostics;
using OpenTelemetry;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Silo.Telemetry;

/// <summary>Writes spans to the run store, from which a run's traces can be shown long after it.</summary>
/// <param name="store">Where to.</param>
/// <param name="silo">Whose spans these are.</param>
internal sealed class StoreSpanExporter(IRunStore store, string silo) : BaseExporter<Activity>
{
    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Activity> batch)
    {
        var spans = new List<SpanRow>();
        foreach (var span in batch) spans.Add(Row(span));
        try
        {
            store.AddSpans(spans).GetAwaiter().GetResult();   // the exporter's own thread
            return ExportResult.Success;
        }
        catch (Exception)
        {
            return ExportResult.Failure;   // a trace is no reason to stop a run
        }
    }

    private SpanRow Row(Activity span) => new(
        span.TraceId.ToHexString(), span.SpanId.ToHexString(), span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(), span.DisplayName, silo,
        span.GetTagItem(Traces.RunTag) as string, span.GetTagItem(Traces.QuarterTag) as int?, span.StartTimeUtc, span.Duration, SpanText.Of(span));
}
