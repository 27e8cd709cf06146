using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Answers;

/// <summary>A run that is queued or at work, as an answer.</summary>
internal static class RunAtWorkAnswer
{
    /// <summary>Records may be that late without the run standing still.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(1);

    public static RunAnswer Of(RunRow run, QuarterRemarks? remarks)
    {
        var answer = RunAnswer.Of(run, run.LastQuarter < 0 ? null : RunDefinitionJson.Read(run.Definition).InForce.Starts.Plus(run.LastQuarter).ToString());
        return run.Status == RunStatus.Running
            ? answer with { QuartersPerSecond = remarks is null ? 0 : Pace(remarks, DateTimeOffset.UtcNow), Retries = remarks?.Retries ?? 0, Silo = remarks?.Silo }
            : answer;
    }

    /// <summary>As it was at the last record, or less where the next is long overdue.</summary>
    internal static double Pace(QuarterRemarks remarks, DateTimeOffset now)
    {
        var overdue = now - remarks.Utc - Lag;
        return Math.Round(overdue > TimeSpan.Zero ? Math.Min(remarks.Pace, 1 / overdue.TotalSeconds) : remarks.Pace, 2);
    }
}
