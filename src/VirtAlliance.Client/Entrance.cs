using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using VirtAlliance.Client.Commands;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Scenarios;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client;

/// <summary>From arguments to exit status: users see one line per error, never a stack trace.</summary>
internal static class Entrance
{
    public static async Task<int> Run(string[] args)
    {
        var parsed = Root.Build().Parse(args);
        if (parsed.Action is ParseErrorAction) return Refuse(parsed);
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, s => Cancel(s, cancel));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => Cancel(s, cancel));
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel.Token);
        }
        catch (Exception e)
        {
            return Explain(e, cancel.Token);
        }
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var message in parsed.Errors.Select(e => e.Message).Distinct()) Console.Error.WriteLine(message);
        Console.Error.WriteLine($"See {string.Join(' ', Names(parsed.CommandResult.Command).Reverse())} --help.");
        return ExitStatus.Unusable;
    }

    private static IEnumerable<string> Names(Symbol symbol) => symbol.Parents.Take(1).SelectMany(Names).Prepend(symbol.Name);

    /// <summary>The first signal cancels and waits for what is under way; a second one ends the process at once.</summary>
    private static void Cancel(PosixSignalContext signal, CancellationTokenSource cancel)
    {
        if (cancel.IsCancellationRequested) return;
        signal.Cancel = true;
        cancel.Cancel();
    }

    private static int Explain(Exception e, CancellationToken cancelled)
    {
        if (e is OperationCanceledException && cancelled.IsCancellationRequested) return ExitStatus.Cancelled;
        IEnumerable<string> lines = e is ScenarioException scenario ? scenario.Errors : [e.Message.ReplaceLineEndings(" ")];
        foreach (var line in lines) Console.Error.WriteLine(line);
        return e is ScenarioException or UnusableInputException or SiloSettingsException or RunStoreException { IsOfPlace: true } ? ExitStatus.Unusable : ExitStatus.Failed;
    }
}
