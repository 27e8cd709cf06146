using System.Collections.Immutable;
using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Showing;
using VirtAlliance.Model.Landscapes;
using VirtAlliance.Results.Tables;
using VirtAlliance.Scenarios.Landscapes;

namespace VirtAlliance.Client.Commands;

/// <summary><c>landscape</c>: which two-sided line-ups of actors hold (Axelrod and Bennett 1993).</summary>
internal static class LandscapeCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A landscape file" };
        var from = new Option<string>("--from") { HelpName = "A,B,…", Description = "Actors that start on one side; shows the path of single moves from there" };
        var folder = OutFolder.Build("Folder for configurations.csv: energy and frustrations of every configuration");
        var json = JsonOption.Build();
        var command = new Command("landscape", "Finds the line-ups of actors that nobody wants to leave") { file, from, folder, json };
        command.SetAction(parsed =>
        {
            var landscape = LandscapeFile.Load(parsed.GetValue(file)!);
            var path = parsed.GetValue(from) is { } side ? Path(landscape, side) : [];
            if (parsed.GetValue(folder) is { } into) OutFolder.Prepare(into);
            var table = parsed.GetValue(folder) is { } target ? LandscapeTable.Write(landscape, target) : null;
            var answer = new LandscapeAnswer(landscape.Landscape.Configurations, Minima(landscape), path, table);
            if (parsed.GetValue(json)) Answer.Write(answer, AnswerJson.Default.LandscapeAnswer);
            else LandscapeReport.Write(Terminal.Out, answer);
            return ExitStatus.Done;
        });
        return command;
    }

    private static ImmutableArray<MinimumAnswer> Minima(LandscapeFile file) => [.. Descent.Minima(file.Landscape).Select(m =>
    {
        var (first, second) = file.Sides(m.Configuration);
        return new MinimumAnswer(m.Energy, m.Basin, first, second, [.. file.Actors.Select((_, i) => file.Landscape.Frustration(m.Configuration, i))]);
    })];

    private static ImmutableArray<StepAnswer> Path(LandscapeFile file, string side)
    {
        var start = file.Configuration(side.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), $"--from {side}");
        return [.. Descent.Path(file.Landscape, start).Select(step =>
        {
            var (first, second) = file.Sides(step.Configuration);
            return new StepAnswer(step.Actor < 0 ? null : file.Actors[step.Actor], file.Landscape.Energy(step.Configuration), first, second);
        })];
    }
}
