using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Tests.Stores;
using VirtAlliance.Results.Traces;

namespace VirtAlliance.Results.Tests.Traces;

public sealed class SpanTreeTests
{
    private static readonly DateTime Began = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly SpanRow[] Quarter =
    [
        Span("q", null, "va.quarter", 0, 100),
        Span("buy", "q", "va.phase", 0, 60, """{"tags":{"va.phase":"purchase"}}"""),
        Span("call", "buy", "IDistributorGrain/Purchase", 5, 50, """{"kind":"client"}"""),
        Span("done", "call", "IDistributorGrain/Purchase", 15, 30, """{"kind":"server","tags":{"va.grain":"0"},"events":[{"name":"retry"}]}""", "silo-2"),
        Span("settle", "q", "va.phase", 70, 30, """{"tags":{"va.phase":"settle"}}"""),
    ];

    [Fact]
    public void Parts_stand_under_what_they_are_part_of_in_the_order_of_their_beginnings()
    {
        var tree = SpanTree.Of([.. Quarter.Reverse()])!;
        Assert.Equal(["q", "buy", "call", "done", "settle"], tree.Root.Flat().Select(n => n.Row.Span));
        Assert.Empty(tree.Orphans);
    }

    [Fact]
    public void A_call_is_one_span_where_it_was_answered_and_as_long_as_its_caller_waited()
    {
        var call = SpanTree.Of(Quarter)!.Calls().Parts[0].Parts.Single();
        Assert.Equal(("silo-2", "distributor 0 purchase", TimeSpan.FromMilliseconds(50)), (call.Row.Silo, call.Title, call.Row.Took));
        Assert.Equal(["retry"], call.Events.ToArray());
        Assert.Empty(call.Parts);
    }

    [Fact]
    public void The_slowest_path_follows_the_longest_parts() =>
        Assert.Equal(["q", "buy", "call", "done"], SpanTree.Of(Quarter)!.Root.Slowest().Select(n => n.Row.Span));

    [Fact]
    public void What_parts_cover_counts_overlaps_once()
    {
        Assert.Equal(0.9, SpanTree.Of(Quarter)!.Root.Covered(), 1e-12);
        Assert.Equal(0.9, SpanTree.Of([.. Quarter, Span("also", "q", "va.phase", 10, 55)])!.Root.Covered() - 0.05, 1e-12);
    }

    [Fact]
    public void Spans_without_their_parent_are_named_and_a_trace_without_root_is_none()
    {
        Assert.Equal(["done"], SpanTree.Of([.. Quarter.Where(s => s.Span != "call")])!.Orphans.Select(o => o.Span));
        Assert.Null(SpanTree.Of([.. Quarter.Skip(1)]));
    }

    [Fact]
    public async Task The_store_gives_spans_back_once_each_and_finds_the_quarters_of_a_run()
    {
        await using var temporary = new TemporaryStore();
        var first = Quarter[0] with { Run = "r", Quarter = 3 };
        await temporary.Store.AddSpans([.. Quarter.Skip(1), first]);
        await temporary.Store.AddSpans([first, Span("other", null, "va.run", 0, 5) with { Trace = "u", Run = "r" }]);
        Assert.Equal([first], await temporary.Store.TracedQuarters("r"));
        Assert.Equal(Quarter.Length, (await temporary.Store.Spans("t")).Count);
        Assert.Equal(Quarter[3], (await temporary.Store.Spans("t")).Single(s => s.Span == "done"));
        Assert.Empty(await temporary.Store.TracedQuarters("s"));
    }

    private static SpanRow Span(string id, string? parent, string name, double began, double took, string text = "{}", string silo = "silo-1") =>
        new("t", id, parent, name, silo, null, null, Began.AddMilliseconds(began), TimeSpan.FromMilliseconds(took), text);
}
