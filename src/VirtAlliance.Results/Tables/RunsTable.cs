using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Tables;

/// <summary>A row per run, however far it has come.</summary>
public static class RunsTable
{
    /// <summary>Name of the file.</summary>
    public const string Name = "runs";

    /// <summary>In their order.</summary>
    public static ImmutableArray<string> Columns { get; } = ["run", "arm", "replicate", "seed", "scenario_hash", "model_version", "quarters", "digest"];

    /// <summary>In the study's order.</summary>
    public static IEnumerable<object?[]> Rows(IEnumerable<RunRow> runs) =>
        runs.Select(r => new object?[] { r.Id, r.Arm, r.Replicate, r.Seed, r.ScenarioHash, r.ModelVersion, r.Quarters, r.Digest });
}
