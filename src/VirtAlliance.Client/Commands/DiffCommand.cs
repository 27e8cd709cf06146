using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Comparisons;
using VirtAlliance.Results.Tables;

namespace VirtAlliance.Client.Commands;

/// <summary><c>diff</c>: where two runs part.</summary>
internal static class DiffCommand
{
    public static Command Build()
    {
        var first = new Argument<string>("RUN") { Description = "A run" };
        var second = new Argument<string>("RUN2") { Description = "Another run", HelpName = "RUN" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("diff", "Names the first quarter and figure in which two runs differ; ends with 1 if they do") { first, second, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] ids = [parsed.GetValue(first)!, parsed.GetValue(second)!];
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(ids[0], parsed, store);
            var read = new List<StoredRun>();
            foreach (var id in ids) read.Add(await Read(runs, await StoreOfUser.Run(runs, id, parsed, store, cancellation), cancellation));
            var answer = new DifferenceAnswer(ids, true, RunComparison.First(read[0], read[1]));
            return Show(answer with { Equal = answer.Difference is null }, read[0].History.Quarters.Length, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<StoredRun> Read(IRunStore store, RunRow run, CancellationToken cancellation) =>
        await StoredRun.Read(store, run, cancellation) ?? throw new UnusableInputException($"run {run.Id} has no record yet");

    private static int Show(DifferenceAnswer answer, int quarters, bool json)
    {
        if (json) Answer.Write(answer, AnswerJson.Default.DifferenceAnswer);
        else if (answer.Difference is { } found) DifferenceLines.Write(Console.Out, found, answer.Runs[0], answer.Runs[1]);
        else Console.Out.WriteLine($"{answer.Runs[0]} and {answer.Runs[1]} are the same in all {quarters} quarters");
        return answer.Equal ? ExitStatus.Done : ExitStatus.Failed;
    }
}
