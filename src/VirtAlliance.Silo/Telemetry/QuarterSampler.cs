using System.Diagnostics;
using OpenTelemetry.Trace;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Silo.Telemetry;

/// <summary>Records runs, traced quarters and what is part of them, and nothing else: a call outside of them is no trace of its own.</summary>
/// <param name="blocks">True: calls to blocks of customers are recorded, too.</param>
internal sealed class QuarterSampler(bool blocks) : Sampler
{
    private const string BlockCalls = "ISegmentGrain/";

    private static readonly SamplingResult Record = new(SamplingDecision.RecordAndSample), Leave = new(SamplingDecision.Drop);

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        if (!blocks && samplingParameters.Name.StartsWith(BlockCalls, StringComparison.Ordinal)) return Leave;
        var parent = samplingParameters.ParentContext;
        var isPart = parent.TraceId != default ? (parent.TraceFlags & ActivityTraceFlags.Recorded) != 0 : samplingParameters.Name.StartsWith(Traces.Prefix, StringComparison.Ordinal);
        return isPart ? Record : Leave;
    }
}
