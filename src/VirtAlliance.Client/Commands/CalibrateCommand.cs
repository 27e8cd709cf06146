using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Running;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>calibrate</c>: fits a scenario's free numbers to its history.</summary>
internal static class CalibrateCommand
{
    public static Command Build()
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario" };
        var free = new Option<string[]>("--free") { HelpName = "PATH", Description = "Numbers under 'uncertain' that move (default: those with 'free: true')", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var arm = new Option<string?>("--arm") { HelpName = "ARM", Description = "The arm that is history as it was (default: the file's first)" };
        var replicates = new Option<int>("--replicates") { HelpName = "N", Description = "Runs of a point, each with other draws, the same at every point (default 2)", DefaultValueFactory = _ => 2 };
        var evaluations = new Option<int>("--evaluations") { HelpName = "N", Description = "The most points to try (default 400)", DefaultValueFactory = _ => 400 };
        var points = new Option<int>("--points") { HelpName = "N", Description = "Points at which claims are judged inside the bands and outside; 0 for none (default 100)", DefaultValueFactory = _ => 100 };
        var seed = new Option<uint?>("--seed") { HelpName = "S", Description = "Instead of the scenario's seed" };
        var sets = new Option<string[]>("--set") { HelpName = "PATH=VALUE", Description = "Changes a value of the scenario", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var log = new Option<string?>("--log") { HelpName = "FILE", Description = "Where the log goes (default: SCENARIO.calibration.txt in this folder, by the scenario's id)" };
        var json = JsonOption.Build();
        var command = new Command("calibrate", "Fits a scenario's free numbers to its history, and tells which verdicts change inside history's bands")
        {
            scenario, free, arm, replicates, evaluations, points, seed, sets, log, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var study = ScenarioSource.Load(parsed.GetValue(scenario)!) with { Seed = parsed.GetValue(seed), Sets = [.. parsed.GetValue(sets) ?? []] };
            var calibrator = new Calibrator(new CalibrationRequest(study)
            {
                Free = [.. parsed.GetValue(free) ?? []],
                Arm = parsed.GetValue(arm),
                Replicates = parsed.GetValue(replicates),
                Evaluations = parsed.GetValue(evaluations),
                Points = parsed.GetValue(points),
            });
            var file = parsed.GetValue(log) ?? $"{calibrator.Scenario}.calibration.txt";
            LogFile.Prepare(file);
            using var progress = new ProgressLine();
            var result = calibrator.Run(p => progress.Show(Tell(p)), cancellation);
            progress.Show("");
            File.WriteAllText(file, CalibrationLog.Text(result));
            if (parsed.GetValue(json)) Answer.Write(CalibrationAnswer.Of(result, file), AnswerJson.Default.CalibrationAnswer);
            else Console.Out.Write($"{CalibrationLog.Summary(result)}\nThe log is in {file}\n");
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }

    private static string Tell(CalibrationProgress p) => p.Judged == 0
        ? FormattableString.Invariant($"{p.Tried} points tried, distance {p.Best:G4}")
        : FormattableString.Invariant($"{p.Tried} points tried, distance {p.Best:G4}; claims judged at {p.Judged} points");
}
