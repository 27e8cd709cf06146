using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Traces;

/// <summary>A traced quarter for the eye: every span before its parts.</summary>
/// <param name="Trace">Id of the trace.</param>
/// <param name="Orphans">Spans whose parent is not there.</param>
/// <param name="Spans">The quarter itself first.</param>
public sealed record QuarterTrace(string Trace, int Orphans, ImmutableArray<SpanLine> Spans)
{
    /// <summary>Roots of a run's traced quarters, in order; of one that was tried again the try that counted.</summary>
    public static async Task<ImmutableArray<SpanRow>> Quarters(IRunStore store, string run, CancellationToken cancellation = default) =>
        [.. (await store.TracedQuarters(run, cancellation).ConfigureAwait(false)).GroupBy(s => s.Quarter!.Value).Select(g => g.Last())];

    /// <summary>The trace of that id; null: its root is not there.</summary>
    public static async Task<QuarterTrace?> Read(IRunStore store, string trace, CancellationToken cancellation = default)
    {
        if (SpanTree.Of(await store.Spans(trace, cancellation).ConfigureAwait(false)) is not { } tree) return null;
        var root = tree.Calls();
        var slowest = root.Slowest().Select(n => n.Row.Span).ToHashSet();
        return new QuarterTrace(trace, tree.Orphans.Length, [.. Lines(root, 0, root.Row.BeganUtc, slowest)]);
    }

    private static IEnumerable<SpanLine> Lines(SpanNode node, int depth, DateTime began, HashSet<string> slowest) =>
        node.Parts.SelectMany(p => Lines(p, depth + 1, began, slowest)).Prepend(new SpanLine(
            depth, node.Title, node.Row.Silo, (node.Row.BeganUtc - began).TotalMilliseconds, node.Row.Took.TotalMilliseconds, slowest.Contains(node.Row.Span), node.Events));
}

/// <summary>A span.</summary>
/// <param name="Depth">0 for the quarter, 1 for its phases, …</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Silo">Where it happened.</param>
/// <param name="Began">Since the quarter's beginning [ms].</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Slowest">It is on the way on which most of the time went.</param>
/// <param name="Events">Names of what happened in it.</param>
public sealed record SpanLine(int Depth, string Title, string Silo, double Began, double Milliseconds, bool Slowest, ImmutableArray<string> Events);
