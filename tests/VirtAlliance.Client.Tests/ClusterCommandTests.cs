using System.Text.Json;

namespace VirtAlliance.Client.Tests;

public sealed class ClusterCommandTests : IAsyncDisposable, IAsyncLifetime
{
    private readonly RunningConsole _console = new();

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _console.Run("cluster", "stop");
        _console.Dispose();
    }

    [Fact]
    public async Task A_cluster_outlives_its_starter_lets_go_of_its_streams_and_stops_when_told()
    {
        var started = await _console.Run("cluster", "start", "--json");   // would time out if silos held the streams
        Assert.Equal((0, ""), (started.Status, started.Errors));
        var silo = Assert.Single(Silos(started));
        Assert.Equal("active", silo.Status);
        Assert.StartsWith("127.0.0.1:", silo.Address);

        Assert.Equal(silo, Assert.Single(Silos(await _console.Run("cluster", "status", "--json"))));

        var second = await _console.Run("cluster", "start");
        Assert.Equal((2, ""), (second.Status, second.Output));
        Assert.Contains("already", second.Errors);

        Assert.Equal(0, (await _console.Run("cluster", "stop")).Status);
        Assert.Empty(Silos(await _console.Run("cluster", "status", "--json")));
    }

    [Fact]
    public async Task Where_no_cluster_runs_status_says_so_and_makes_no_store()
    {
        var status = await _console.Run("cluster", "status", "--json");
        Assert.Equal(0, status.Status);
        Assert.Empty(Silos(status));
        Assert.False(File.Exists(_console.Store));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65")]
    [InlineData("many")]
    public async Task A_number_of_silos_that_makes_no_sense_starts_nothing(string silos)
    {
        Assert.Equal(2, (await _console.Run("cluster", "start", "--silos", silos)).Status);
        Assert.False(File.Exists(_console.Store));
    }

    private static IReadOnlyList<(string Name, int Pid, string Address, string Status)> Silos(Finished finished)
    {
        using var json = JsonDocument.Parse(finished.Output);
        return [.. json.RootElement.GetProperty("silos").EnumerateArray().Select(s => (
            s.GetProperty("name").GetString()!, s.GetProperty("pid").GetInt32(), s.GetProperty("address").GetString()!, s.GetProperty("status").GetString()!))];
    }
}
