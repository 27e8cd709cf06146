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
        var traced = await QuarterTrace.Quarters(store, run.Id, cancellation);
        if (traced.Length == 0) throw new UnusableInputException($"run {run.Id} was not traced; run it with --trace-every K");
        var chosen = quarter is null ? traced.MaxBy(s => s.Took)! : Choose(traced, quarter, starts);
        var trace = (await QuarterTrace.Read(store, chosen.Trace, cancellation))!;
        return new TraceAnswer(
            run.Id, [.. traced.Select(t => new TracedQuarterAnswer(starts.Plus(t.Quarter!.Value).ToString(), t.Took.TotalMilliseconds))],
            starts.Plus(chosen.Quarter!.Value).ToString(), trace.Trace, trace.Orphans, trace.Spans);
    }

    private static SpanRow Choose(ImmutableArray<SpanRow> traced, string quarter, Quarter starts)
    {
        if (!Quarter.TryParse(quarter, out var wanted)) throw new UnusableInputException($"--quarter: found '{quarter}', expected a quarter such as {starts}");
        return traced.FirstOrDefault(t => starts.Plus(t.Quarter!.Value) == wanted)
            ?? throw new UnusableInputException($"--quarter: {quarter} was not traced; these were: {string.Join(", ", traced.Select(t => starts.Plus(t.Quarter!.Value)))}");
    }
}
