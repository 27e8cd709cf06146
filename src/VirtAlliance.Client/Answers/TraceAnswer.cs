using System.Collections.Immutable;
using VirtAlliance.Results.Traces;

namespace VirtAlliance.Client.Answers;

/// <summary>What <c>trace --json</c> writes.</summary>
/// <param name="Run">Whose.</param>
/// <param name="Traced">All quarters of it that were traced.</param>
/// <param name="Quarter">The one that is shown.</param>
/// <param name="Trace">Its trace.</param>
/// <param name="Orphans">Spans whose parent is not there.</param>
/// <param name="Spans">Each before its parts.</param>
internal sealed record TraceAnswer(string Run, ImmutableArray<TracedQuarterAnswer> Traced, string Quarter, string Trace, int Orphans, ImmutableArray<SpanLine> Spans);

/// <summary>A traced quarter.</summary>
internal sealed record TracedQuarterAnswer(string Quarter, double Milliseconds);
