using System.Diagnostics;
using Microsoft.Data.Sqlite;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;

namespace VirtAlliance.Client.Tests;

/// <summary>Clusters that are not there, cannot be reached, or may not be joined: one line each, and exit status 2.</summary>
public sealed class ClusterErrorTests : IAsyncLifetime
{
    private readonly RunningConsole _console = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _console.Run("cluster", "stop");
        _console.Dispose();
    }

    [Fact]
    public async Task Where_there_is_no_store_there_is_no_cluster()
    {
        var nowhere = Path.Combine(_console.Folder, "nowhere.db");
        IsRefused(await _console.Run("submit", "first-try", "--store", nowhere), $"no cluster runs on {nowhere}");
        Assert.False(File.Exists(nowhere));
    }

    [Fact]
    public async Task Where_no_cluster_ever_ran_the_error_says_how_to_start_one()
    {
        await RunStores.Open(_console.Store).DisposeAsync();
        IsRefused(await _console.Run("submit", "first-try"), "start one with: virtalliance cluster start");
    }

    [Fact]
    public async Task A_cluster_that_died_without_a_word_is_told_from_one_that_is_long_gone()
    {
        Assert.Equal(0, (await _console.Run("cluster", "start")).Status);
        foreach (var process in new ClusterFolder(_console.Store).Read()!.Processes) process.Kill();
        IsRefused(await _console.Run("submit", "first-try"), "cannot be reached: nobody listens at 127.0.0.1:");

        Change("UPDATE va_membership SET alive = '2020-01-02T03:04:05.0000000Z'");
        IsRefused(await _console.Run("submit", "first-try"), "was last heard of at 2020-01-02 03:04:05Z");
        await using var store = RunStores.Open(_console.Store);
        Assert.Empty(await store.ListStudies());
    }

    [Fact]
    public async Task While_another_process_has_the_store_no_cluster_starts_on_it()
    {
        var folder = new ClusterFolder(_console.Store);
        folder.Create();
        using var held = folder.TryLock();
        IsRefused(await _console.Run("cluster", "start"), "a cluster runs on this store already");
    }

    [Fact]
    public async Task A_silo_of_another_version_may_not_join()
    {
        await using (var store = RunStores.Open(_console.Store)) await store.Beat(new SiloBeat("theirs", "old", "0.0.1", 1, 0));
        var silo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VirtAlliance.Silo.dll")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["VIRTALLIANCE_STORE"] = _console.Store, ["VIRTALLIANCE_CLUSTER"] = "theirs", ["VIRTALLIANCE_NAME"] = "new" },
        };
        using var process = Process.Start(silo)!;
        IsRefused(await RunningConsole.Finish(process, "a silo of another version"), "new cannot join the cluster theirs", "old there is version 0.0.1");
    }

    private static void IsRefused(Finished refused, params string[] because)
    {
        Assert.Equal((2, ""), (refused.Status, refused.Output));
        Assert.All(because, b => Assert.Contains(b, refused.Errors));
        Assert.Single(refused.Errors.TrimEnd().Split('\n'));
    }

    private void Change(string sql)
    {
        using var store = new SqliteConnection($"Data Source={_console.Store};Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
