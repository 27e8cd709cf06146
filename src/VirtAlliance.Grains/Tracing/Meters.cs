using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VirtAlliance.Grains.Tracing;

/// <summary>What a node counts. It costs next to nothing while nobody listens.</summary>
public static class Meters
{
    /// <summary>Name of the meter, for listeners.</summary>
    public const string Name = "VirtAlliance";

    /// <summary>Name of <see cref="Kernel"/>.</summary>
    internal const string KernelTime = "va.kernel.time";

    private static readonly Meter Meter = new(Name);

    /// <summary>Choices that its customers made.</summary>
    internal static readonly Counter<long> Decisions = Meter.CreateCounter<long>("va.decisions", "{decision}", "Choices of customers in the market");

    /// <summary>Quarters that its coordinators closed.</summary>
    internal static readonly Counter<long> Quarters = Meter.CreateCounter<long>("va.quarters", "{quarter}", "Quarters that coordinators closed");

    /// <summary>Runs that its coordinators ended, by status.</summary>
    internal static readonly Counter<long> Runs = Meter.CreateCounter<long>("va.runs", "{run}", "Runs that coordinators ended, by status");

    /// <summary>Calls that were repeated.</summary>
    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>("va.retries", "{call}", "Calls that were repeated");

    /// <summary>Quarters that blocks of customers lived through again.</summary>
    internal static readonly Counter<long> Replays = Meter.CreateCounter<long>("va.replays", "{block.quarter}", "Quarters that blocks of customers lived through again");

    /// <summary>Records on disk.</summary>
    internal static readonly Counter<long> Records = Meter.CreateCounter<long>("va.ledger.records", "{record}", "Quarter records on disk");

    /// <summary>Commits that put them there.</summary>
    internal static readonly Counter<long> Commits = Meter.CreateCounter<long>("va.ledger.commits", "{commit}", "Commits of the ledger");

    /// <summary>Core time of customers' choices, in ticks of <see cref="Stopwatch"/>.</summary>
    internal static readonly Counter<long> Kernel = Meter.CreateCounter<long>(KernelTime, "{tick}", "Time that blocks of customers took to choose, in ticks of the system's stopwatch");

    private static readonly Histogram<double> Phases = Meter.CreateHistogram<double>("va.phase.duration", "s", "Duration of a quarter's phases, by phase");

    /// <summary>A phase that began at <paramref name="began"/> (a time stamp of <see cref="Stopwatch"/>) is over.</summary>
    internal static void Phase(string phase, long began)
    {
        if (Phases.Enabled) Phases.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("phase", phase));
    }
}
