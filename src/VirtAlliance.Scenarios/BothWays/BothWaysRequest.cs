using System.Collections.Immutable;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>Which claims are to be turned, and how long to look.</summary>
/// <param name="Study">The scenario with its overrides; its arms and replicates do not matter here.</param>
public sealed record BothWaysRequest(StudyRequest Study)
{
    /// <summary>Ids of claims; empty: all that are judged.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>Points drawn over all uncertain numbers before the search goes its own ways; at least 1.</summary>
    public int Points { get; init; } = 100;
}

/// <summary>How far a search is.</summary>
/// <param name="Points">Points drawn and tried.</param>
/// <param name="Claims">Claims looked into.</param>
public sealed record BothWaysProgress(int Points, int Claims);
