using System.Diagnostics;
using OpenTelemetry.Trace;
using VirtAlliance.Silo.Telemetry;

namespace VirtAlliance.Silo.Tests.Telemetry;

public class QuarterSamplerTests
{
    [Theory]
    [InlineData("va.quarter", null, true)]
    [InlineData("va.run", null, true)]
    [InlineData("IStudyGrain/Watch", null, false)]
    [InlineData("IVendorGrain/Settle", true, true)]
    [InlineData("IVendorGrain/Settle", false, false)]
    [InlineData("va.territory", false, false)]
    [InlineData("ISegmentGrain/Purchase", true, false)]
    public void Only_runs_and_quarters_begin_a_trace_and_what_is_part_of_one_follows_it(string name, bool? parentRecorded, bool recorded) =>
        Assert.Equal(recorded ? SamplingDecision.RecordAndSample : SamplingDecision.Drop, Sample(new QuarterSampler(blocks: false), name, parentRecorded));

    [Fact]
    public void Blocks_are_recorded_where_asked_for() =>
        Assert.Equal(SamplingDecision.RecordAndSample, Sample(new QuarterSampler(blocks: true), "ISegmentGrain/Purchase", parentRecorded: true));

    private static SamplingDecision Sample(Sampler sampler, string name, bool? parentRecorded)
    {
        var parent = parentRecorded is null ? default : new ActivityContext(
            ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), parentRecorded.Value ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None);
        return sampler.ShouldSample(new SamplingParameters(parent, ActivityTraceId.CreateRandom(), name, ActivityKind.Internal, null, null)).Decision;
    }
}
