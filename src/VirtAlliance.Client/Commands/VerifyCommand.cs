using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Running;
using VirtAlliance.Client.Showing;
using VirtAlliance.Results.Comparisons;

namespace VirtAlliance.Client.Commands;

/// <summary><c>verify</c>: makes a stored run again in this process, in one thread and without grains, and compares it record by record.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("RUN") { Description = "A run, as far as it has come" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("verify", "Makes a stored run again and compares every record; ends with 1 if one differs") { id, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            var run = await StoreOfUser.Run(runs, parsed.GetValue(id)!, parsed, store, cancellation);
            if (run.LastQuarter < -1) throw new UnusableInputException($"run {run.Id} has no record yet");
            using var progress = new ProgressLine();
            var found = await Verification.Of(runs, run, quarter => progress.Show($"{run.Id} {quarter + 1}/{run.Quarters}"), cancellation);
            progress.Dispose();
            return Show(new VerifyAnswer(run.Id, found.Difference is null, found.Quarters, found.Stored, found.Recomputed, found.Difference), parsed.GetValue(json));
        });
        return command;
    }

    private static int Show(VerifyAnswer answer, bool json)
    {
        if (json) Answer.Write(answer, AnswerJson.Default.VerifyAnswer);
        else if (answer.Verified) Console.Out.WriteLine($"{answer.Run}: made again, all records up to quarter {answer.Quarters} are the same; digest {answer.Digest}");
        else
        {
            Console.Out.WriteLine($"{answer.Run}: a record is not what the scenario gives; the ledger says {answer.Digest}, it should be {answer.Recomputed}");
            DifferenceLines.Write(Console.Out, answer.Difference!, "stored", "recomputed");
        }
        return answer.Verified ? ExitStatus.Done : ExitStatus.Failed;
    }
}
