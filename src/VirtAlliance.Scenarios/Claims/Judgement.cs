using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Judges claims over paired replicates.</summary>
public static class Judgement
{
    /// <summary>Replicates that a verdict other than <see cref="Verdict.Open"/> needs; the intervals need 35 for <see cref="Verdict.Holds"/> and <see cref="Verdict.Fails"/>.</summary>
    public const int LeastReplicates = 20;

    /// <summary>Per claim its measure in one replicate; null: not known, or none stated.</summary>
    public static ImmutableArray<double?> Values(ImmutableArray<Claim> claims, ReplicateHistories histories) =>
        [.. claims.Select(c => c.Measure is null ? null : MeasureValue.Of(c.Measure, histories))];

    /// <summary>Verdicts, in the order of the claims.</summary>
    /// <param name="claims">As stated.</param>
    /// <param name="replicates">Per replicate the <see cref="Values"/>; replicates where a value is not known do not count for that claim, those where it is NaN count against it.</param>
    public static ImmutableArray<ClaimVerdict> Of(ImmutableArray<Claim> claims, IReadOnlyList<ImmutableArray<double?>> replicates) =>
        [.. claims.Select((claim, i) => Judge(claim, [.. replicates.Select(values => values[i]).OfType<double>()]))];

    private static ClaimVerdict Judge(Claim claim, double[] values)
    {
        var defined = values.Where(v => !double.IsNaN(v)).Order().ToArray();
        var row = new ClaimVerdict(
            claim.Id, claim.Says, claim.Given ? Verdict.Given : Verdict.Open, null, null, null,
            Percentile.Of(defined, 0.5), Percentile.Of(defined, 0.05), Percentile.Of(defined, 0.95), values.Length);
        if (claim.Given || claim.HoldsWhen is null || values.Length == 0) return row;
        var holding = values.Count(claim.HoldsWhen.Holds);
        var interval = WilsonInterval.Of(holding, values.Length);
        return row with
        {
            Verdict = values.Length < LeastReplicates ? Verdict.Open : Weigh(interval),
            Probability = (double)holding / values.Length,
            Low = interval.Low,
            High = interval.High,
        };
    }

    private static Verdict Weigh(WilsonInterval interval) => interval switch
    {
        { Low: > 0.9 } => Verdict.Holds,
        { High: < 0.1 } => Verdict.Fails,
        { Low: > 0.67 } => Verdict.Likely,
        { High: < 0.33 } => Verdict.Unlikely,
        _ => Verdict.Open,
    };
}
