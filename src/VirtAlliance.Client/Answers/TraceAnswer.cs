using System.Collections.Immutable;

namespace VirtAlliance.Client.Answers;

/// <summary>What <c>trace --json</c> writes.</summary>
/// <param name="Run">Whose.</param>
/// <param name="Traced">All quarters of it that were traced.</param>
/// <param name="Quarter">The one that is shown.</param>
/// <param name="Trace">Its trace.</param>
/// <param name="Orphans">Spans whose parent is not there.</param>
/// <param name="Spans">Each before its parts.</param>
internal sealed record TraceAnswer(string Run, ImmutableArray<TracedQuarterAnswer> Traced, string Quarter, string Trace, int Orphans, ImmutableArray<SpanAnswer> Spans);

/// <summary>A traced quarter.</summary>
internal sealed record TracedQuarterAnswer(string Quarter, double Milliseconds);

/// <summary>A span; times in ms since the quarter's beginning.</summary>
internal sealed record SpanAnswer(int Depth, string Title, string Silo, double Began, double Milliseconds, bool Slowest, ImmutableArray<string> Events);
