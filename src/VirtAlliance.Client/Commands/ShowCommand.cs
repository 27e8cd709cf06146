using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Results.Figures;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>show</c>: a study or a run as the store keeps it.</summary>
internal static class ShowCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "A study or a run" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("show", "Shows a study or a run of the run store") { id, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var runs = StoreOfUser.OpenExisting(parsed, store);
            var name = parsed.GetValue(id)!;
            if (runs is not null && await runs.FindRun(name, cancellation) is { } run) return await Run(runs, run, parsed.GetValue(json), cancellation);
            if (runs is not null && await runs.FindStudy(name, cancellation) is { } study) return await Study(runs, study, parsed.GetValue(json), cancellation);
            throw StoreOfUser.Unknown(name, parsed, store);
        });
        return command;
    }

    private static async Task<int> Run(IRunStore store, RunRow run, bool json, CancellationToken cancellation)
    {
        var starts = RunDefinitionJson.Read(run.Definition).InForce.Starts;
        var answer = RunAnswer.Of(run, run.LastQuarter < 0 ? null : starts.Plus(run.LastQuarter).ToString());
        if (json)
        {
            Answer.Write(answer, AnswerJson.Default.RunAnswer);
            return ExitStatus.Done;
        }
        foreach (var (_, shares) in (await StudyFigures.Read(store, [run], run.Arm, cancellation)).Shares) Terminal.Out.Write(SharesTable.Of(shares));
        RunLines.Write(Console.Out, [answer]);
        return ExitStatus.Done;
    }

    private static async Task<int> Study(IRunStore store, StudyRow study, bool json, CancellationToken cancellation)
    {
        var runs = await store.ListRuns(study.Id, cancellation);
        var answer = StudyAnswers.Of(study, runs);
        if (json) Answer.Write(answer, AnswerJson.Default.StudyAnswer);
        else
        {
            var baseline = StudyPlan.Expand(StudyRows.Request(study)).Baseline;
            StudyReport.Write(Terminal.Out, answer, await StudyFigures.Read(store, runs, baseline, cancellation), VerdictJson.Read(study.Result));
        }
        return ExitStatus.Done;
    }
}
