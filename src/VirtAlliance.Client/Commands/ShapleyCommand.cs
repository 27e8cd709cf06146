using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Running;
using VirtAlliance.Client.Showing;
using VirtAlliance.Scenarios.Coalitions;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>shapley</c>: who adds how much to an alliance.</summary>
internal static class ShapleyCommand
{
    public static Command Build()
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario" };
        var alliance = new Option<string?>("--alliance") { HelpName = "ID", Description = "Which alliance (default: the scenario's first)" };
        var arm = new Option<string?>("--arm") { HelpName = "ARM", Description = "The arm whose market it is (default: the file's first)" };
        var seed = new Option<uint?>("--seed") { HelpName = "S", Description = "Instead of the scenario's seed" };
        var sets = new Option<string[]>("--set") { HelpName = "PATH=VALUE", Description = "Changes a value of the scenario", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var json = JsonOption.Build();
        var command = new Command("shapley", "Runs every set of an alliance's founding members and tells what each adds on average (Shapley values)") { scenario, alliance, arm, seed, sets, json };
        command.SetAction((parsed, cancellation) =>
        {
            var study = ScenarioSource.Load(parsed.GetValue(scenario)!) with { Seed = parsed.GetValue(seed), Sets = [.. parsed.GetValue(sets) ?? []] };
            var game = new CoalitionGame(study, parsed.GetValue(alliance), parsed.GetValue(arm));
            using var progress = new ProgressLine();
            var shares = game.Play(done => progress.Show($"{done} sets of members run"), cancellation);
            progress.Show("");
            if (parsed.GetValue(json)) Answer.Write(new ShapleyAnswer(game.Alliance, shares), AnswerJson.Default.ShapleyAnswer);
            else Terminal.Out.Write(ShapleyTable.Of(shares));
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }
}
