using System.Text.Json;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Tests;

/// <summary>Studies on a cluster of real processes, by the real program.</summary>
public sealed class ClusterWorkTests : IAsyncLifetime
{
    private readonly RunningConsole _console = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _console.Run("cluster", "stop");
        _console.Dispose();
    }

    [Fact]
    public async Task Cancelled_a_study_of_many_runs_ends_and_goes_on_when_resumed_even_on_another_cluster()
    {
        await Start();
        var study = await Submit("--replicates", "100", "--quarters", "400");
        await Until("runs advance", async store => (await store.ListRuns(study)).Any(r => r.LastQuarter >= 0));

        var cancelled = await _console.Run("cancel", study, "--json");
        Assert.Equal((0, "", "cancelled"), (cancelled.Status, cancelled.Errors, Text(cancelled, "status")));
        await Until("nothing advances any more", async store => (await store.ListRuns(study)).All(r => r.Status is RunStatus.Cancelled or RunStatus.Completed));
        Assert.Equal(130, (await _console.Run("watch", study)).Status);
        Assert.Contains("is cancelled", (await _console.Run("cancel", study)).Output);

        Assert.Equal(0, (await _console.Run("cluster", "stop")).Status);
        Assert.Contains("goes on with the next", (await _console.Run("resume", study)).Output);
        await Start();
        Assert.Equal(0, (await _console.Run("watch", study)).Status);
        Assert.Contains("had ended before: completed", (await _console.Run("cancel", study)).Output);
        Assert.Contains("needs no resuming: completed", (await _console.Run("resume", study)).Output);
    }

    [Fact]
    public async Task Stopped_a_cluster_leaves_its_runs_paused_and_the_next_takes_them_up()
    {
        await Start("--silos", "2");
        var study = await Submit("--quarters", "2000", "--set", "segments.firms.customers=600000");
        await Until("runs advance", async store => (await store.ListRuns(study)).All(r => r.LastQuarter > 3));
        using (var status = JsonDocument.Parse((await _console.Run("cluster", "status", "--json")).Output))
        {
            Assert.All(status.RootElement.GetProperty("silos").EnumerateArray(), s => Assert.Equal(
                ("active", "healthy", true), (s.GetProperty("status").GetString(), s.GetProperty("health").GetString(), s.GetProperty("grains").GetInt64() > 0)));
            Assert.All(status.RootElement.GetProperty("runs").EnumerateArray(), r => Assert.True(r.GetProperty("quarters_per_second").GetDouble() > 0));
        }
        Assert.Equal(0, (await _console.Run("cluster", "stop")).Status);
        await using (var store = RunStores.Open(_console.Store))
        {
            Assert.Equal(RunStatus.Paused, (await store.FindStudy(study))!.Status);
            Assert.All(await store.ListRuns(study), r => Assert.True(r.Status is RunStatus.Paused or RunStatus.Completed));
        }
        await Start();
        using var end = JsonDocument.Parse((await _console.Run("watch", study, "--json")).Output);
        var run = end.RootElement.GetProperty("runs")[0];
        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal(0, (await _console.Run("verify", run.GetProperty("run").GetString()!)).Status);
    }

    private async Task Start(params string[] options)
    {
        var started = await _console.Run(["cluster", "start", .. options]);
        Assert.Equal((0, ""), (started.Status, started.Errors));
    }

    private async Task<string> Submit(params string[] options)
    {
        var submitted = await _console.Run(["submit", "first-try", "--set", "segments.firms.customers=3000", "--json", .. options]);
        Assert.Equal((0, ""), (submitted.Status, submitted.Errors));
        return Text(submitted, "study");
    }

    private static string Text(Finished finished, string key)
    {
        using var json = JsonDocument.Parse(finished.Output);
        return json.RootElement.GetProperty(key).GetString()!;
    }

    private async Task Until(string what, Func<IRunStore, Task<bool>> isSo)
    {
        await using var store = RunStores.Open(_console.Store);
        await Eventually.So(what, () => isSo(store));
    }
}
