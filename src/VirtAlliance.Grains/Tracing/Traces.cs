using System.Diagnostics;

namespace VirtAlliance.Grains.Tracing;

/// <summary>The grains' own spans. They cost nothing while nobody listens.</summary>
public static class Traces
{
    /// <summary>Name of the source, for listeners.</summary>
    public const string SourceName = "VirtAlliance";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A whole run, a trace of its own.</summary>
    internal static Activity? Run(string run) => Root("va.run", run, null);

    /// <summary>A quarter, a trace of its own: coordinator, vendors, alliances, distributors.</summary>
    internal static Activity? Quarter(string run, int quarter) => Root("va.quarter", run, quarter);

    /// <summary>One of the quarter's phases.</summary>
    internal static Activity? Phase(string name) => Source.HasListeners() && Activity.Current is not null ? Source.StartActivity("va.phase")?.SetTag("va.phase", name) : null;

    /// <summary>A territory's Purchase phase.</summary>
    internal static Activity? Territory(string run, int territory, int quarter) =>
        Source.HasListeners() && Activity.Current is not null
            ? Source.StartActivity("va.territory")?.SetTag("va.run", run).SetTag("va.territory", territory).SetTag("va.quarter", quarter)
            : null;

    private static Activity? Root(string name, string run, int? quarter)
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null;
        var span = Source.StartActivity(name)?.SetTag("va.run", run);
        return quarter is null ? span : span?.SetTag("va.quarter", quarter);
    }
}
