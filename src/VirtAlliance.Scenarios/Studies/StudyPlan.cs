using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>What a study runs: arms × replicates, in the order of arms, then replicates.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Baseline">Name of the arm that others are compared with.</param>
/// <param name="Runs">One per arm and replicate.</param>
public sealed record StudyPlan(string Scenario, string Baseline, ImmutableArray<PlannedRun> Runs)
{
    /// <summary>Reads, checks and expands a submission.</summary>
    /// <exception cref="ScenarioException">The file or an option is unusable; carries every error found.</exception>
    public static StudyPlan Expand(StudyRequest request) => throw new NotImplementedException();
}

/// <summary>A run to be made.</summary>
/// <param name="Arm">Name of its arm.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Definition">What it is.</param>
/// <param name="ScenarioHash">SHA-256 of the canonical expanded scenario, lower-case hex.</param>
public sealed record PlannedRun(string Arm, uint Replicate, RunDefinition Definition, string ScenarioHash);
