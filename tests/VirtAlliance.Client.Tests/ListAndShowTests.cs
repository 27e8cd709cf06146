using System.Text.Json;

namespace VirtAlliance.Client.Tests;

public sealed class ListAndShowTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task An_empty_store_is_listed_and_not_made()
    {
        var finished = await _console.Run("list", "--json");
        using var json = JsonDocument.Parse(finished.Output);
        Assert.Equal(0, json.RootElement.GetProperty("studies").GetArrayLength());
        Assert.Equal(0, json.RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal(0, finished.Status);
        Assert.False(File.Exists(_console.Store));
    }

    [Fact]
    public async Task What_the_store_does_not_hold_cannot_be_shown()
    {
        var finished = await _console.Run("show", "nothing-1");
        Assert.Equal((2, ""), (finished.Status, finished.Output));
        Assert.StartsWith("nothing-1: no such study or run", finished.Errors);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_left_as_it_is()
    {
        var file = _console.Write("notes.txt", "no store");
        var finished = await _console.Run("list", "--store", file);
        Assert.Equal(2, finished.Status);
        Assert.Contains("notes.txt", finished.Errors);
        Assert.Equal("no store", File.ReadAllText(file));
    }

    [Fact]
    public async Task Without_a_place_for_the_store_the_error_says_what_to_set()
    {
        var finished = await _console.With("XDG_DATA_HOME", null).With("HOME", null).Run("list");
        Assert.Equal(2, finished.Status);
        Assert.Contains("--store", finished.Errors);
    }
}
