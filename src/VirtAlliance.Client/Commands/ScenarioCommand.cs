using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Scenarios.Checks;
using VirtAlliance.Scenarios.Schema;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>scenario list | show | new | check | schema</c>: the scenarios that come with the program, and a first one of your own.</summary>
internal static class ScenarioCommand
{
    public static Command Build() => new("scenario", "Lists, shows and starts scenario files") { List(), Show(), New(), Check(), Schema() };

    private static Command List()
    {
        var json = JsonOption.Build();
        var command = new Command("list", "The shipped scenarios") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json)) Answer.Write(new ScenarioListAnswer([.. ShippedScenarios.List]), AnswerJson.Default.ScenarioListAnswer);
            else foreach (var name in ShippedScenarios.List) Console.Out.WriteLine(name);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string>("NAME") { Description = "A shipped scenario" };
        var command = new Command("show", "Prints a shipped scenario file as it is") { name };
        command.SetAction(parsed =>
        {
            Console.Out.Write(Shipped(parsed.GetValue(name)!));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command New()
    {
        var file = new Argument<string>("FILE") { Description = "A file that is not there yet" };
        var command = new Command("new", "Writes a small scenario to start from") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            Write(path, ScenarioTemplate.Text(Path.GetFileNameWithoutExtension(path)));
            Console.Out.WriteLine($"{path} is written. Try: virtalliance run {path}");
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var scenario = new Argument<string>("FILE") { Description = "A scenario file, or the name of a shipped scenario" };
        var json = JsonOption.Build();
        var command = new Command("check", "Checks a scenario; shows defaults used, opening scales, elasticities and keys without effect") { scenario, json };
        command.SetAction(parsed =>
        {
            var check = ScenarioCheck.Of(ScenarioSource.Load(parsed.GetValue(scenario)!));
            if (parsed.GetValue(json)) Answer.Write(check, AnswerJson.Default.ScenarioCheck);
            else Console.Out.Write(check.Text());
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Schema()
    {
        var command = new Command("schema", "Prints a JSON schema of scenario files, for editors");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine(ScenarioSchema.Text);
            return ExitStatus.Done;
        });
        return command;
    }

    private static string Shipped(string name) => ShippedScenarios.Text(name)
        ?? throw new UnusableInputException($"{name}: no such shipped scenario; there are {string.Join(", ", ShippedScenarios.List)}");

    private static void Write(string path, string text)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException(File.Exists(path) ? $"{path}: there is a file already, and it stays as it is" : $"{path}: the file cannot be written: {e.Message}");
        }
    }
}
