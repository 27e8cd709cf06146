using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Traces;

/// <summary>The spans of a trace as a tree.</summary>
/// <param name="Root">The quarter.</param>
/// <param name="Orphans">Spans whose parent is not there: that of a node which died before it could write, say.</param>
public sealed record SpanTree(SpanNode Root, ImmutableArray<SpanRow> Orphans)
{
    /// <summary>Null if the root is not there.</summary>
    public static SpanTree? Of(IReadOnlyList<SpanRow> spans)
    {
        var root = spans.FirstOrDefault(s => s.Parent is null);
        if (root is null) return null;
        var parts = spans.Where(s => s.Parent is not null).ToLookup(s => s.Parent);
        var tree = Node(root, parts);
        var reached = tree.Flat().Select(n => n.Row.Span).ToHashSet();
        return new SpanTree(tree, [.. spans.Where(s => !reached.Contains(s.Span))]);
    }

    /// <summary>The same with each call as one span, where it was answered but as long as its caller waited: what the caller saw and what was done there are two spans.</summary>
    public SpanNode Calls() => Merged(Root);

    private static SpanNode Node(SpanRow row, ILookup<string?, SpanRow> parts) =>
        new(row, [.. parts[row.Span].OrderBy(p => p.BeganUtc).ThenBy(p => p.Span, StringComparer.Ordinal).Select(p => Node(p, parts))]);

    private static SpanNode Merged(SpanNode node) => node is { IsCall: true, Parts: [var answered] }
        ? new SpanNode(answered.Row with { BeganUtc = node.Row.BeganUtc, Took = node.Row.Took }, [.. answered.Parts.Select(Merged)])
        : node with { Parts = [.. node.Parts.Select(Merged)] };
}
