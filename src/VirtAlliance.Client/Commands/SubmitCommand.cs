using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Clusters;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Running;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>submit</c>: a study for the running cluster.</summary>
internal static class SubmitCommand
{
    public static Command Build()
    {
        var submission = new SubmissionOptions();
        var watch = new Option<bool>("--watch") { Description = "Follows the study to its end; when interrupted, the study goes on" };
        var folder = OutFolder.Build("With --watch: writes the study's tables there as CSV, too");
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("submit", "Hands a scenario to the running cluster") { watch, folder, store, json };
        submission.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(folder) is not null && !parsed.GetValue(watch)) throw new UnusableInputException("--out needs --watch: tables are written when the study has ended");
            var request = submission.Read(parsed);
            var plan = StudyPlan.Expand(request);
            var place = StoreOfUser.PlaceOfCluster(parsed, store);
            if (parsed.GetValue(folder) is { } prepared) OutFolder.Prepare(prepared);
            await using var runs = RunStores.Open(place);
            await using var client = await ClusterClient.Connect(place, cancellation);
            var study = await StudyRows.Create(runs, request, plan, client.Cluster, cancellation);
            await client.Study(study.Id).Start();
            if (!parsed.GetValue(watch)) return Tell(study.Id, plan.Runs.Length, parsed.GetValue(json), [.. (await runs.ListRuns(study.Id, cancellation)).Select(r => r.Id)]);
            var seen = await ClusterWatch.ToTheEnd(client, study.Id, plan, cancellation);
            return await StudyEnd.Show(runs, seen, plan.Baseline, parsed.GetValue(folder), parsed.GetValue(json), interrupted: false);
        });
        return command;
    }

    private static int Tell(string study, int count, bool json, IReadOnlyList<string> runs)
    {
        if (json) Answer.Write(new SubmitAnswer(study, runs), AnswerJson.Default.SubmitAnswer);
        else Console.Out.WriteLine($"{study}: {count} runs submitted. Follow them with: virtalliance watch {study}");
        return ExitStatus.Done;
    }
}
