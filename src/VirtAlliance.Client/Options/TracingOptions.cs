using System.CommandLine;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Options;

/// <summary>What is traced, and where to: a value of the options.</summary>
/// <param name="Export">To the console or not.</param>
/// <param name="Every">Every so many quarters one; null: not said.</param>
/// <param name="Blocks">Every block of customers, too.</param>
internal sealed record TracingOptions(TraceExport Export, int? Every, bool Blocks)
{
    private static readonly Option<string> Trace = To();
    private static readonly Option<int?> TraceEvery = new("--trace-every") { HelpName = "K", Description = "Traces every K-th quarter into the run store; show it with: virtalliance trace RUN" };
    private static readonly Option<bool> TraceBlocks = new("--trace-blocks") { Description = "Shows every block of customers in traces" };

    /// <summary>Adds all, or those that make sense for silos whose standard output is a log.</summary>
    public static void AddTo(Command command, bool console)
    {
        if (console) command.Options.Add(Trace);
        command.Options.Add(TraceEvery);
        command.Options.Add(TraceBlocks);
    }

    /// <exception cref="UnusableInputException">A number that cannot be.</exception>
    public static TracingOptions Read(ParseResult parsed)
    {
        var every = parsed.GetValue(TraceEvery);
        if (every < 0) throw new UnusableInputException($"--trace-every: found {every}, expected a whole number of quarters; 0 traces none");
        return new TracingOptions(parsed.GetValue(Trace) is null ? TraceExport.None : TraceExport.Console, every, parsed.GetValue(TraceBlocks));
    }

    private static Option<string> To()
    {
        var option = new Option<string>("--trace") { HelpName = "console", Description = "Writes traces of what happens where to standard output" };
        option.AcceptOnlyFromAmong("console");
        return option;
    }
}
