using System.Diagnostics;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Measures;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Benching;

/// <summary>One timed study.</summary>
/// <param name="Whole">From its start to its end.</param>
/// <param name="Opening">Of that, up to quarter 0: likings and births. Of the study's first run.</param>
/// <param name="Trading">From the start of quarter 0 to the end of the last quarter. Of the study's first run.</param>
/// <param name="Work">What the nodes did meanwhile.</param>
internal sealed record BenchRun(TimeSpan Whole, TimeSpan Opening, TimeSpan Trading, SiloWork Work)
{
    public static async Task<BenchRun> Of(BenchNodes nodes, StudyRequest request, CancellationToken cancellation)
    {
        var before = await nodes.Work();
        var (began, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var runs = await nodes.Run(request, cancellation);
        var whole = clock.Elapsed;
        var work = (await nodes.Work()).Since(before);
        var (first, last) = await Trade(nodes.Store, runs[0], cancellation);
        return new BenchRun(whole, first - began, last - first, work);
    }

    /// <summary>When the run's quarter 0 began and its last quarter was closed.</summary>
    private static async Task<(DateTimeOffset First, DateTimeOffset Last)> Trade(IRunStore store, RunRow run, CancellationToken cancellation)
    {
        var (first, last) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        await foreach (var entry in store.Entries(run.Id, 0, cancellation: cancellation))
        {
            var remarks = QuarterRemarks.Read(entry.Remarks)!;
            if (entry.Quarter == 0) first = remarks.Utc - TimeSpan.FromMilliseconds(remarks.Ms);
            last = remarks.Utc;
        }
        return (first, last);
    }
}
