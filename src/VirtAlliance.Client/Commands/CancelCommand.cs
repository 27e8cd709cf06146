using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Client.Commands;

/// <summary><c>cancel</c>: decided in the store, so it works whether or not a cluster can be reached; whoever is at work on the study notices within a second.</summary>
internal static class CancelCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "A study, or one of its runs: the whole study is cancelled" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("cancel", "Stops a study; what is in its ledgers stays") { id, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            var study = await StoreOfUser.FindStudy(runs, parsed.GetValue(id)!, cancellation) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            await runs.Cancel(study.Id, cancellation);
            var found = StudySummary.Of(await runs.FindStudy(study.Id, cancellation) ?? study);
            if (parsed.GetValue(json)) Answer.Write(found, AnswerJson.Default.StudySummary);
            else Console.Out.WriteLine(study.Status is RunStatus.Completed or RunStatus.Failed ? $"{found.Study} had ended before: {found.Status}" : $"{found.Study} is {found.Status}");
            return ExitStatus.Done;
        });
        return command;
    }
}
