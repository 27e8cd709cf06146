using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Running;
using VirtAlliance.Client.Showing;
using VirtAlliance.Scenarios.BothWays;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>both-ways</c>: per claim a point of the uncertain numbers where it holds, and one where it fails.</summary>
internal static class BothWaysCommand
{
    public static Command Build()
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario" };
        var claims = new Option<string[]>("--claim") { HelpName = "ID", Description = "Claims to turn (default: all that are judged)", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var points = new Option<int>("--points") { HelpName = "N", Description = "Points drawn over all uncertain numbers before the search goes its own ways (default 100)", DefaultValueFactory = _ => 100 };
        var seed = new Option<uint?>("--seed") { HelpName = "S", Description = "Instead of the scenario's seed" };
        var sets = new Option<string[]>("--set") { HelpName = "PATH=VALUE", Description = "Changes a value of the scenario", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var log = new Option<string?>("--log") { HelpName = "FILE", Description = "Where the list goes (default: SCENARIO.both-ways.csv in this folder, by the scenario's id)" };
        var json = JsonOption.Build();
        var command = new Command("both-ways", "Looks for a point of the uncertain numbers where each claim holds, and one where it fails") { scenario, claims, points, seed, sets, log, json };
        command.SetAction((parsed, cancellation) =>
        {
            var study = ScenarioSource.Load(parsed.GetValue(scenario)!) with { Seed = parsed.GetValue(seed), Sets = [.. parsed.GetValue(sets) ?? []] };
            var search = new BothWaysSearch(new BothWaysRequest(study) { Claims = [.. parsed.GetValue(claims) ?? []], Points = parsed.GetValue(points) });
            var file = parsed.GetValue(log) ?? $"{search.Scenario}.both-ways.csv";
            LogFile.Prepare(file);
            using var progress = new ProgressLine();
            var found = search.Run(p => progress.Show($"{p.Points} points tried, {p.Claims} claims turned"), cancellation);
            progress.Show("");
            File.WriteAllText(file, ClaimPointTable.Write(found));
            if (parsed.GetValue(json)) Answer.Write(new BothWaysAnswer(search.Scenario, [.. found.Select(ClaimPointAnswer.Of)], file), AnswerJson.Default.BothWaysAnswer);
            else BothWaysReport.Write(Terminal.Out, found, file);
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }
}
