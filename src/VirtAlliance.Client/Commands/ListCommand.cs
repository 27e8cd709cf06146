using System.CommandLine;
using Spectre.Console;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Commands;

/// <summary><c>list</c>: what the store holds.</summary>
internal static class ListCommand
{
    public static Command Build()
    {
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("list", "Lists studies and runs in the run store, the latest first") { store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var runs = StoreOfUser.OpenExisting(parsed, store);
            var answer = runs is null ? new ListAnswer([], []) : new ListAnswer(
                [.. (await runs.ListStudies(cancellation)).Select(StudySummary.Of)], [.. (await runs.ListRuns(null, cancellation)).Select(r => RunAnswer.Of(r))]);
            if (parsed.GetValue(json)) Answer.Write(answer, AnswerJson.Default.ListAnswer);
            else Show(answer, StoreOfUser.Place(parsed, store));
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Show(ListAnswer answer, string place)
    {
        if (answer.Studies.Count == 0)
        {
            Console.Out.WriteLine($"no studies in {RunStores.NameOf(place)}");
            return;
        }
        Terminal.Out.Write(StudyTable.Of(answer.Studies));
        RunLines.Write(Console.Out, answer.Runs);
    }
}
