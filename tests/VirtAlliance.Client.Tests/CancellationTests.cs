using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Tests;

public sealed partial class CancellationTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Interrupted_in_the_middle_a_run_ends_with_130_and_stays_cancelled()
    {
        using var process = _console.Start("run", "first-try", "--json", "--quarters", "2000", "--replicates", "50");
        await Advances(process);
        Assert.Equal(0, Signal(process.Id, Interrupt));
        var finished = await RunningConsole.Finish(process, "run, interrupted");
        Assert.Equal((130, ""), (finished.Status, finished.Errors));
        using var study = JsonDocument.Parse(finished.Output);
        Assert.Equal("cancelled", study.RootElement.GetProperty("status").GetString());

        await using var store = RunStores.Open(_console.Store);
        Assert.All(await store.ListRuns(), r => Assert.Equal(RunStatus.Cancelled, r.Status));
    }

    private async Task Advances(Process process)
    {
        await Eventually.So("the run has a store", () => File.Exists(_console.Store) || process.HasExited);
        await using var store = RunStores.Open(_console.Store);
        await Eventually.So("the run advances", async () => process.HasExited || (await store.ListRuns()).Any(r => r.LastQuarter >= 0));
        Assert.False(process.HasExited, "the run ended before it was interrupted");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
