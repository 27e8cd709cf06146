using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Figures;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Web.Studies;

/// <summary>A study.</summary>
internal sealed record StudyView(
    string Id, string Scenario, string Title, string Status, string? Error, DateTimeOffset Created, string? Baseline, int Runs, int Completed, long Quarters, long QuartersDone,
    ImmutableArray<RunLine> RunList, ImmutableArray<ClaimView> Claims, GainsView? Gains)
{
    /// <summary>Runs that are listed one by one.</summary>
    private const int MostRuns = 300;

    public static StudyView Of(StudyRow study, StudyPlan? plan, IReadOnlyList<RunStanding> runs, ImmutableArray<ClaimVerdict> verdicts, StudyGains? gains) => new(
        study.Id, study.Scenario, plan?.Title ?? study.Scenario, StatusText.Of(study.Status), study.Error, study.CreatedUtc, plan?.Baseline,
        runs.Count, runs.Count(r => r.Status == RunStatus.Completed), runs.Sum(r => (long)r.Quarters), runs.Sum(r => Math.Max(0L, r.LastQuarter + 1)),
        [.. runs.Take(MostRuns).Select(RunLine.Of)], [.. verdicts.Select(ClaimView.Of)], gains is null ? null : GainsView.Of(gains));
}

/// <summary>A run in its study.</summary>
internal sealed record RunLine(string Id, string Arm, uint Replicate, string Status, string? Error, int Quarters, int QuartersDone)
{
    public static RunLine Of(RunStanding run) => new(run.Id, run.Arm, run.Replicate, StatusText.Of(run.Status), run.Error, run.Quarters, Math.Max(0, run.LastQuarter + 1));
}

/// <summary>A claim with its verdict so far.</summary>
internal sealed record ClaimView(string Claim, string Says, string Verdict, double? Probability, double? Low, double? High, int Replicates)
{
    public static ClaimView Of(ClaimVerdict c) => new(c.Claim, c.Says, c.Verdict.ToString().ToLowerInvariant(), c.Probability, c.Low, c.High, c.Replicates);
}

/// <summary>What vendors earn in the baseline, and more or less than that in the other arms; discounted.</summary>
internal sealed record GainsView(ImmutableArray<string> Vendors, ImmutableArray<double> BaselineUsd, ImmutableArray<ArmGainsView> Arms)
{
    public static GainsView Of(StudyGains gains) =>
        new(gains.Vendors, [.. gains.BaselineUsd.Select(Math.Round)], [.. gains.Arms.Select(a => new ArmGainsView(a.Arm, a.To.ToString(), [.. a.Usd.Select(Math.Round)]))]);
}

/// <summary>Of one arm, per vendor, up to a quarter.</summary>
internal sealed record ArmGainsView(string Arm, string To, ImmutableArray<double> Usd);
