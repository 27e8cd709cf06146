using System.Collections.Immutable;
using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Definition;
using VirtAlliance.Results.Traces;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>trace</c>: where a quarter's time went.</summary>
internal static class TraceCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("RUN") { Description = "A run that was traced" };
        var quarter = new Option<string>("--quarter") { HelpName = "Q", Description = "Such as 2011-Q2; the slowest that was traced if none is given" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("trace", "Shows a traced quarter of a run as a tree with a waterfall") { id, quarter, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetValue(id)!;
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(name, parsed, store);
            var run = await runs.FindRun(name, cancellation) ?? throw StoreOfUser.Unknown(name, parsed, store);
            var answer = await Read(runs, run, parsed.GetValue(quarter), cancellation);
            if (parsed.GetValue(json)) Answer.Write(answer, AnswerJson.Default.TraceAnswer);
            else TraceReport.Write(Terminal.Out, answer);
            return ExitStatus.Done;
        });
        return command;
    }

    private static async Task<TraceAnswer> Read(IRunStore store, RunRow run, string? quarter, CancellationToken cancellation)
    {
        var starts = RunDefinitionJson.Read(run.Definition).InForce.Starts;
        var traced = (await store.TracedQuarters(run.Id, cancellation)).GroupBy(s => s.Quarter!.Value).Select(g => g.Last()).ToArray();   // of tries the one that counted
        if (traced.Length == 0) throw new UnusableInputException($"run {run.Id} was not traced; run it with --trace-every K");
        var chosen = quarter is null ? traced.MaxBy(s => s.Took)! : Choose(traced, quarter, starts);
        var tree = SpanTree.Of(await store.Spans(chosen.Trace, cancellation))!;
        return new TraceAnswer(
            run.Id, [.. traced.Select(t => new TracedQuarterAnswer(starts.Plus(t.Quarter!.Value).ToString(), t.Took.TotalMilliseconds))],
            starts.Plus(chosen.Quarter!.Value).ToString(), chosen.Trace, tree.Orphans.Length, Spans(tree.Calls()));
    }

    private static SpanRow Choose(SpanRow[] traced, string quarter, Quarter starts)
    {
        if (!Quarter.TryParse(quarter, out var wanted)) throw new UnusableInputException($"--quarter: found '{quarter}', expected a quarter such as {starts}");
        return traced.FirstOrDefault(t => starts.Plus(t.Quarter!.Value) == wanted)
            ?? throw new UnusableInputException($"--quarter: {quarter} was not traced; these were: {string.Join(", ", traced.Select(t => starts.Plus(t.Quarter!.Value)))}");
    }

    private static ImmutableArray<SpanAnswer> Spans(SpanNode root)
    {
        var slowest = root.Slowest().Select(n => n.Row.Span).ToHashSet();
        var spans = ImmutableArray.CreateBuilder<SpanAnswer>();
        void Add(SpanNode node, int depth)
        {
            spans.Add(new SpanAnswer(
                depth, node.Title, node.Row.Silo, (node.Row.BeganUtc - root.Row.BeganUtc).TotalMilliseconds, node.Row.Took.TotalMilliseconds, slowest.Contains(node.Row.Span), node.Events));
            foreach (var part in node.Parts) Add(part, depth + 1);
        }
        Add(root, 0);
        return spans.ToImmutable();
    }
}
