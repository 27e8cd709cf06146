using System.Collections.Immutable;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>What is calibrated, and how long.</summary>
/// <param name="Study">The scenario with its overrides; its arms and replicates do not matter here.</param>
public sealed record CalibrationRequest(StudyRequest Study)
{
    /// <summary>Paths of the <c>uncertain</c> numbers that move; empty: those marked <c>free: true</c>.</summary>
    public ImmutableArray<string> Free { get; init; } = [];

    /// <summary>The arm that is history as it was; null: the file's first.</summary>
    public string? Arm { get; init; }

    /// <summary>Runs of the arm per point, always with the same draws; at least 1.</summary>
    public int Replicates { get; init; } = 2;

    /// <summary>The most points that the search tries; at least 1.</summary>
    public int Evaluations { get; init; } = 400;

    /// <summary>Points over all uncertain numbers at which claims are judged, inside and outside the bands; 0: none.</summary>
    public int Points { get; init; } = 100;
}
