using System.Collections.Immutable;

namespace VirtAlliance.Client.Answers;

/// <summary>What <c>landscape --json</c> writes.</summary>
internal sealed record LandscapeAnswer(int Configurations, ImmutableArray<MinimumAnswer> Minima, ImmutableArray<StepAnswer> Path, string? Table);

/// <summary>A division that nobody wants to leave.</summary>
internal sealed record MinimumAnswer(double Energy, int Basin, ImmutableArray<string> First, ImmutableArray<string> Second, ImmutableArray<double> Frustrations);

/// <summary>A step downhill: who moved, and where that led; nobody at the start.</summary>
internal sealed record StepAnswer(string? Moves, double Energy, ImmutableArray<string> First, ImmutableArray<string> Second);
