using VirtAlliance.Client.Benching;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>bench</c>. Medians over the timed studies; shares are of all cores' time from their start to their end.</summary>
/// <param name="Customers">Of a run.</param>
/// <param name="Products">Alternatives, none among them.</param>
/// <param name="Segments">Of a run.</param>
/// <param name="Quarters">Of a run.</param>
/// <param name="Silos">Processes; 0: this one.</param>
/// <param name="Cores">Of the machine.</param>
/// <param name="Studies">That were timed.</param>
/// <param name="DecisionsPerSecond">From the start of quarter 0 to the end of the last; of small runs, from their start to their end.</param>
/// <param name="DecisionsPerSecondLowest">Of the studies.</param>
/// <param name="DecisionsPerSecondHighest">Of the studies.</param>
/// <param name="DecisionsPerSecondPerCore">Core by core.</param>
/// <param name="KernelDecisionsPerSecond">Of the same kernel without grains on as many threads as there are cores; null: not measured.</param>
/// <param name="OfKernel">The one divided by the other.</param>
/// <param name="RunsPerSecond">Of small runs; else null.</param>
/// <param name="OpeningSeconds">Likings and births of a run.</param>
/// <param name="QuarterMilliseconds">A quarter.</param>
/// <param name="CoreMillisecondsPerRun">Time of cores that a run took, its opening and end included.</param>
/// <param name="BytesPerCustomer">All memory of all processes at its peak; null for small runs.</param>
/// <param name="PeakBytes">The same.</param>
/// <param name="CallsPerQuarter">Answered grain calls per quarter of a run, those of opening and end spread over the quarters.</param>
/// <param name="MessagesPerQuarter">Between silos; likewise.</param>
/// <param name="BytesBetweenSilosPerQuarter">Of those messages.</param>
/// <param name="InKernel">Share of core time in customers' choices.</param>
/// <param name="InCalls">In everything else that the silos' processes do.</param>
/// <param name="Waiting">In neither.</param>
/// <param name="Collections">Garbage collections during a study.</param>
/// <param name="PauseMilliseconds">How long they stopped everything.</param>
internal sealed record BenchAnswer(
    long Customers, int Products, int Segments, int Quarters, int Silos, int Cores, int Studies,
    double DecisionsPerSecond, double DecisionsPerSecondLowest, double DecisionsPerSecondHighest, double DecisionsPerSecondPerCore,
    double? KernelDecisionsPerSecond, double? OfKernel, double? RunsPerSecond, double OpeningSeconds, double QuarterMilliseconds, double CoreMillisecondsPerRun,
    double? BytesPerCustomer, long PeakBytes, double CallsPerQuarter, double MessagesPerQuarter, double BytesBetweenSilosPerQuarter,
    double InKernel, double InCalls, double Waiting, double Collections, double PauseMilliseconds)
{
    public static BenchAnswer Of(BenchPlan plan, IReadOnlyList<BenchRun> runs, long peakBytes, double? kernel)
    {
        var (scenario, small, cores) = (plan.Scenario, plan.Runs > 0, Environment.ProcessorCount);
        double quarters = (double)scenario.Quarters * Math.Max(1, plan.Runs);
        double[] speeds = [.. runs.Select(r => quarters * scenario.Customers / (small ? r.Whole : r.Trading).TotalSeconds).Order()];
        var speed = speeds[speeds.Length / 2];
        double Median(Func<BenchRun, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
        double Share(Func<BenchRun, double> seconds) => Median(r => seconds(r) / (r.Whole.TotalSeconds * cores));
        return new BenchAnswer(
            scenario.Customers, scenario.Alternatives, scenario.Segments, scenario.Quarters, plan.Silos, cores, runs.Count,
            speed, speeds[0], speeds[^1], speed / cores, kernel, speed / kernel,
            small ? Median(r => plan.Runs / r.Whole.TotalSeconds) : null, Median(r => r.Opening.TotalSeconds), Median(r => r.Trading.TotalMilliseconds) / scenario.Quarters,
            Median(r => r.Work.Cpu.TotalMilliseconds) / Math.Max(1, plan.Runs),
            small ? null : (double)peakBytes / scenario.Customers, peakBytes,
            Median(r => r.Work.Calls) / quarters, Median(r => r.Work.Messages) / quarters, Median(r => r.Work.Bytes) / quarters,
            Share(r => r.Work.Kernel.TotalSeconds), Share(r => (r.Work.Cpu - r.Work.Kernel).TotalSeconds), 1 - Share(r => r.Work.Cpu.TotalSeconds),
            Median(r => r.Work.Collections), Median(r => r.Work.Pauses.TotalMilliseconds));
    }
}
