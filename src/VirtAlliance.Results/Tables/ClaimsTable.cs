using System.Collections.Immutable;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Results.Tables;

/// <summary>Claims with their verdicts, a row each.</summary>
public static class ClaimsTable
{
    /// <summary>Name of the file.</summary>
    public const string Name = "claims";

    /// <summary>In their order.</summary>
    public static ImmutableArray<string> Columns { get; } = ["claim", "verdict", "probability", "low", "high", "median", "p05", "p95", "replicates"];

    /// <summary>In the scenario's order.</summary>
    public static IEnumerable<object?[]> Rows(ImmutableArray<ClaimVerdict> verdicts) => verdicts.Select(
        v => new object?[] { v.Claim, v.Verdict.ToString().ToLowerInvariant(), v.Probability, v.Low, v.High, v.Median, v.P05, v.P95, v.Replicates });
}
