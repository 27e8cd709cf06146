using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Benching;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Running;
using VirtAlliance.Client.Showing;
using VirtAlliance.Model;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Commands;

/// <summary><c>bench</c>: how fast this machine is, through the grains.</summary>
internal static class BenchCommand
{
    private const int MostAlternatives = 255, DefaultRuns = 400;

    public static Command Build()
    {
        var customers = new Option<long?>("--customers") { HelpName = "N", Description = "Customers of a run (default 1,000,000; of a small run 10,000)" };
        var products = new Option<int?>("--products") { HelpName = "V", Description = "What each chooses among: V - 1 products and none (default 6; in small runs 7)" };
        var segments = new Option<int?>("--segments") { HelpName = "S", Description = "Segments that they are in (default 1; in small runs 8)" };
        var quarters = new Option<int?>("--quarters") { HelpName = "Q", Description = "Quarters of a run (default 20; of a small run 40)" };
        var silos = new Option<int?>("--silos") { HelpName = "K", Description = "On K silos, each a process of its own (default: one in this process)" };
        var runs = new Option<int?>("--small-runs") { HelpName = "R", Arity = ArgumentArity.ZeroOrOne, Description = $"Measures R small runs in one study instead (default {DefaultRuns})" };
        var json = JsonOption.Build();
        var command = new Command("bench", "Measures how fast this machine is") { customers, products, segments, quarters, silos, runs, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var small = parsed.GetResult(runs) is not null;
            var number = Within(runs.Name, small ? parsed.GetValue(runs) ?? DefaultRuns : 0, small ? 1 : 0, 100_000);
            var of = Within(customers.Name, parsed.GetValue(customers) ?? (small ? 10_000 : 1_000_000), 1, uint.MaxValue);
            var scenario = new BareScenario(
                of,
                (int)Within(products.Name, parsed.GetValue(products) ?? (small ? 7 : 6), 2, MostAlternatives),
                (int)Within(segments.Name, parsed.GetValue(segments) ?? (small ? 8 : 1), 1, Math.Min(of, int.MaxValue)),
                (int)Within(quarters.Name, parsed.GetValue(quarters) ?? (small ? 40 : 20), 1, int.MaxValue));
            var processes = parsed.GetValue(silos) is { } k ? (int)Within(silos.Name, k, 1, SiloVariables.MostSilos) : 0;
            return await Measure(new BenchPlan(scenario, processes, (int)number), parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> Measure(BenchPlan plan, bool json, CancellationToken cancellation)
    {
        var market = new Market(StudyPlan.Expand(plan.Timed with { Replicates = 1 }).Runs[0].Definition);
        MachineMemory.Check(market, Math.Max(1, plan.Silos));
        if (!json) Console.Out.WriteLine(MachineMemory.Describe(market));
        var answer = await Bench.Run(plan, cancellation);
        if (json) Answer.Write(answer, AnswerJson.Default.BenchAnswer);
        else BenchReport.Write(Terminal.Out, answer);
        return ExitStatus.Done;
    }

    private static long Within(string option, long value, long least, long most) =>
        value >= least && value <= most ? value : throw new UnusableInputException($"{option}: found {value}, expected a whole number from {least} to {most}");
}
