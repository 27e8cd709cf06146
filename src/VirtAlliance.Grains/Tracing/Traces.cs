using System.Diagnostics;
using Orleans.Runtime;

namespace VirtAlliance.Grains.Tracing;

/// <summary>The grains' own spans. They cost nothing while nobody listens.</summary>
/// <remarks>Runs and quarters are roots; everything else is part of one of them, or is not recorded.</remarks>
public static class Traces
{
    /// <summary>Name of the source, for listeners.</summary>
    public const string SourceName = "VirtAlliance";

    /// <summary>Names of spans that may be roots begin so.</summary>
    public const string Prefix = "va.";

    /// <summary>Tags that tell whose a span is.</summary>
    public const string RunTag = "va.run", QuarterTag = "va.quarter", GrainTag = "va.grain", PhaseTag = "va.phase", RetriesTag = "va.retries", EpochTag = "va.epoch";

    private const string Within = "va.within";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A coordinator's work on a run: a trace of its own, with a link to the trace of each quarter.</summary>
    internal static Activity? Run(string run, long epoch) => Root("va.run", run, default)?.SetTag(EpochTag, epoch);

    /// <summary>A quarter: a trace of its own, linked to its run. Whatever happens in a quarter that is not <paramref name="traced"/> belongs to no trace.</summary>
    internal static Activity? Quarter(string run, int quarter, bool traced, Activity? ofRun)
    {
        Activity.Current = null;
        if (!traced) return null;
        var span = Root("va.quarter", run, ofRun?.Context ?? default)?.SetTag(QuarterTag, quarter);
        if (span is not null) ofRun?.AddLink(new ActivityLink(span.Context));
        return span;
    }

    /// <summary>One of the quarter's phases.</summary>
    internal static async Task<T> Phase<T>(string name, Func<Task<T>> phase)
    {
        using var span = Part("va.phase")?.SetTag(PhaseTag, name);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var result = await phase();
            Meters.Phase(name, began);
            return result;
        }
        catch (Exception e)
        {
            span.Failed(e);
            throw;
        }
    }

    /// <summary>A phase without a result.</summary>
    internal static async ValueTask Phase(string name, Func<ValueTask> phase)
    {
        using var span = Part("va.phase")?.SetTag(PhaseTag, name);
        var began = Stopwatch.GetTimestamp();
        await phase();
        Meters.Phase(name, began);
    }

    /// <summary>A territory's Purchase phase. Its blocks learn what they are part of, though calls to them are not recorded.</summary>
    internal static Activity? Territory(string run, int territory, int quarter)
    {
        var span = Part("va.territory")?.SetTag(RunTag, run).SetTag("va.territory", territory).SetTag(QuarterTag, quarter);
        if (span is not null) RequestContext.Set(Within, span.Id!);
        return span;
    }

    /// <summary>A block of customers lives through quarters again.</summary>
    internal static Activity? Replay(string run, string block, int quarters)
    {
        if (!Source.HasListeners()) return null;
        var within = Activity.Current?.Context ?? (ActivityContext.TryParse(RequestContext.Get(Within) as string, null, isRemote: true, out var sent) ? sent : default);
        return within == default ? null : Source.StartActivity("va.replay", ActivityKind.Internal, within)?.SetTag(RunTag, run).SetTag(GrainTag, block).SetTag("va.quarters", quarters);
    }

    /// <summary>A call is repeated.</summary>
    internal static void Retried(Exception reason) =>
        Activity.Current?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection { ["exception.type"] = reason.GetType().FullName, ["exception.message"] = reason.Message }));

    /// <summary>The span ends in an error.</summary>
    internal static void Failed(this Activity? span, Exception reason) => span?.SetStatus(ActivityStatusCode.Error, reason.Message).AddException(reason);

    private static Activity? Part(string name) => Source.HasListeners() && Activity.Current is not null ? Source.StartActivity(name) : null;

    private static Activity? Root(string name, string run, ActivityContext link)
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Internal, parentContext: default, links: link == default ? null : [new ActivityLink(link)])?.SetTag(RunTag, run);
    }
}
