using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Results.Tables;

namespace VirtAlliance.Client.Commands;

/// <summary><c>export</c>: a study's tables as files.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "A study, or one of its runs" };
        var format = new Option<string>("--format") { HelpName = "csv", Description = "Format of the files", Required = true };
        format.AcceptOnlyFromAmong("csv");
        var folder = OutFolder.Build("Folder for the files, made if it is missing");
        folder.Required = true;
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("export", "Writes the tables of a study or a run to files") { id, format, folder, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetValue(id)!;
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(name, parsed, store);
            var run = await runs.FindRun(name, cancellation);
            var study = await runs.FindStudy(run?.Study ?? name, cancellation) ?? throw StoreOfUser.Unknown(name, parsed, store);
            OutFolder.Prepare(parsed.GetValue(folder)!);
            var files = await CsvExport.Write(runs, study, run is null ? await runs.ListRuns(study.Id, cancellation) : [run], parsed.GetValue(folder)!, cancellation);
            if (parsed.GetValue(json)) Answer.Write(new ExportAnswer(study.Id, files), AnswerJson.Default.ExportAnswer);
            else foreach (var file in files) Console.Out.WriteLine(file);
            return ExitStatus.Done;
        });
        return command;
    }
}
