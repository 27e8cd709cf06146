using System.Diagnostics;
using Orleans;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Grains.Tracing;

/// <summary>Tells on the spans of grain calls which run, quarter and grain they are about.</summary>
internal sealed class SpanTags : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (Activity.Current is { IsAllDataRequested: true } span && context.Grain is Grain grain) Tag(span, grain.GetPrimaryKeyString(), context.Request);
        return context.Invoke();
    }

    private static void Tag(Activity span, string key, Orleans.Serialization.Invocation.IInvokable request)
    {
        span.SetTag(Traces.RunTag, GrainKeys.Run(key)).SetTag(Traces.GrainTag, key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        if (request.GetArgumentCount() > 0 && request.GetArgument(0) is Step step) span.SetTag(Traces.QuarterTag, step.Quarter);
    }
}
