using System.Text.Json;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Results.Traces;

namespace VirtAlliance.Client.Tests;

public sealed class TraceTests : IDisposable
{
    /// <summary>Three territories.</summary>
    private const string Wide = "segments.firms.customers=8_800_000";


    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Every_kth_quarter_of_a_run_is_traced_and_shown_as_tree_and_waterfall()
    {
        var run = await Run("run", "first-try", "--set", "segments.firms.customers=3000", "--quarters", "5", "--trace-every", "2", "--json");
        var shown = await _console.Run("trace", run, "--quarter", "2020-Q3", "--json");
        Assert.True(shown.Status == 0, shown.Errors);
        using var json = JsonDocument.Parse(shown.Output);
        Assert.Equal(["2020-Q1", "2020-Q3", "2021-Q1"], json.RootElement.GetProperty("traced").EnumerateArray().Select(t => t.GetProperty("quarter").GetString()));
        var titles = json.RootElement.GetProperty("spans").EnumerateArray().Where(s => s.GetProperty("depth").GetInt32() < 3).Select(s => s.GetProperty("title").GetString()).ToArray();
        string?[] phases = ["quarter", "partner", "offer", "purchase", "distributor 0 purchase", "settle", "vendor giant settle", "vendor reseller settle", "vendor upstart settle", "commit"];
        Assert.Empty(phases.Except(titles));
        Assert.Contains("distributor 0 purchase", (await _console.Run("trace", run)).Output);
        Assert.Contains("2020-Q2 was not traced; these were: 2020-Q1, 2020-Q3, 2021-Q1", (await _console.Run("trace", run, "--quarter", "2020-Q2")).Errors);
    }

    [Fact]
    public async Task A_run_that_was_not_traced_says_so()
    {
        var run = await Run("run", "first-try", "--set", "segments.firms.customers=300", "--quarters", "2", "--json");
        var shown = await _console.Run("trace", run);
        Assert.Equal((2, $"run {run} was not traced; run it with --trace-every K\n"), (shown.Status, shown.Errors));
    }

    /// <summary>Three processes, one tree per quarter, and the phases account for its time.</summary>
    [Fact]
    public async Task A_quarter_on_three_silos_is_one_tree_without_orphans()
    {
        using var collector = new OtlpReceiver();
        _console.With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint).With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf").With("OTEL_METRIC_EXPORT_INTERVAL", "500");
        var start = await _console.Run("cluster", "start", "--silos", "3", "--trace-every", "2");
        Assert.True(start.Status == 0, start.Errors);
        string run;
        try
        {
            run = await Run("submit", "first-try", "--arm", "with", "--set", Wide, "--quarters", "4", "--watch", "--json");
        }
        finally
        {
            await _console.Run("cluster", "stop");   // silos send what they have kept
        }
        await using var store = RunStores.Open(_console.Store);
        var quarters = await store.TracedQuarters(run);
        Assert.Equal([0, 2], quarters.Select(q => q.Quarter));
        var spans = await store.Spans(quarters[1].Trace);
        var tree = SpanTree.Of(spans)!;
        Assert.Empty(tree.Orphans);
        Assert.Equal(["silo-1", "silo-2", "silo-3"], spans.Select(s => s.Silo).Distinct().Order());
        Assert.InRange(tree.Root.Covered(), 0.95, 1);
        Assert.All(spans.Where(s => s.Name.StartsWith('I')), s => Assert.Equal(run, s.Run ?? run));

        Assert.Empty(spans.Select(s => s.Span.ToUpperInvariant()).Except(collector.Spans.Select(s => s.Span)));
        Assert.Empty(new[] { "va.quarters", "va.ledger.commits", "va.phase.duration" }.Except(collector.Metrics));
        Assert.Contains(collector.Metrics, m => m.StartsWith("orleans-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_recorded_by_any_process_where_no_quarter_is_traced()
    {
        using var collector = new OtlpReceiver();
        _console.With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint).With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf").With("OTEL_METRIC_EXPORT_INTERVAL", "500");
        Assert.Equal(0, (await _console.Run("cluster", "start", "--silos", "2", "--trace-every", "0")).Status);
        try
        {
            var run = await Run("submit", "first-try", "--arm", "with", "--set", "segments.firms.customers=3000", "--quarters", "4", "--watch", "--json");
            await using var store = RunStores.Open(_console.Store);
            Assert.Empty(await store.TracedQuarters(run));
            await Eventually.So("the run's metrics have come", () => collector.Metrics.Contains("va.quarters"));
        }
        finally
        {
            await _console.Run("cluster", "stop");
        }
        Assert.Empty(collector.Spans);
    }

    private async Task<string> Run(params string[] args)
    {
        var run = await _console.Run(args);
        Assert.True(run.Status == 0, run.Errors);
        using var study = JsonDocument.Parse(run.Output);
        return study.RootElement.GetProperty("runs").EnumerateArray().Last().GetProperty("run").GetString()!;
    }
}
