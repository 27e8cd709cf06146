using System.CommandLine;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Running;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Commands;

/// <summary><c>run</c>: a study in this process, from start to end.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var submission = new SubmissionOptions();
        var folder = OutFolder.Build("Writes the study's tables there as CSV, too");
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("run", "Runs a scenario in this process, from start to end") { folder, store, json };
        TracingOptions.AddTo(command, console: true);
        submission.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var traces = TracingOptions.Read(parsed);
            if (traces.Export != TraceExport.None && parsed.GetValue(json)) throw new UnusableInputException("--trace console and --json both want standard output: choose one");
            var request = submission.Read(parsed);
            var plan = StudyPlan.Expand(request);
            MachineMemory.Check(plan);
            if (parsed.GetValue(folder) is { } prepared) OutFolder.Prepare(prepared);
            await using var runs = StoreOfUser.Open(parsed, store);
            var seen = await LocalStudy.Run(runs, request, plan, traces, cancellation);
            return await StudyEnd.Show(runs, seen, plan.Baseline, parsed.GetValue(folder), parsed.GetValue(json), cancellation.IsCancellationRequested);
        });
        return command;
    }
}
