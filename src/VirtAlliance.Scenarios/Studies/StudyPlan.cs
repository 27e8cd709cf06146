using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.History;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>What a study runs: arms × replicates, in the order of arms, then replicates.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Baseline">Name of the arm that others are compared with.</param>
/// <param name="Runs">One per arm and replicate.</param>
public sealed record StudyPlan(string Scenario, string Baseline, ImmutableArray<PlannedRun> Runs)
{
    /// <summary>The scenario's title; its id if it has none.</summary>
    public string Title { get; init; } = Scenario;

    /// <summary>Names of the arms that run, in the file's order.</summary>
    public ImmutableArray<string> Arms { get; init; } = [];

    /// <summary>In the file's order; those about arms that do not run are <c>open</c>.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>Observed shares, in the file's order.</summary>
    public ImmutableArray<HistoryRow> History { get; init; } = [];

    /// <summary>Weight of the next quarter's profit against this one's, in (0, 1].</summary>
    public double Discount { get; init; } = 0.98;

    /// <summary>The calendar quarter of quarter 0.</summary>
    public Quarter Starts { get; init; }

    /// <summary>Quarters that each run trades.</summary>
    public int Quarters { get; init; }

    /// <summary>Replicates per arm.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>First word of every draw's key.</summary>
    public uint Seed { get; init; } = 1;

    /// <summary>Reads, checks and expands a submission.</summary>
    /// <exception cref="ScenarioException">The file or an option is unusable; carries every error found.</exception>
    public static StudyPlan Expand(StudyRequest request) => StudyExpansion.Expand(request);
}

/// <summary>A run to be made.</summary>
/// <param name="Arm">Name of its arm.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Definition">What it is.</param>
/// <param name="ScenarioHash">SHA-256 of the canonical expanded scenario, lower-case hex.</param>
public sealed record PlannedRun(string Arm, uint Replicate, RunDefinition Definition, string ScenarioHash);
