using System.Text.Json;

namespace VirtAlliance.Client.Tests;

public sealed class LandscapeTests : IDisposable
{
    private const string Unix = """
        landscape:
          actors: { sun: { size: 27 }, att: { size: 28.5 }, hp: { size: 16 }, ibm: { size: 18 } }
          propensities: [[sun, att, 1], [sun, hp, -2], [sun, ibm, -1.5], [hp, ibm, 1], [att, ibm, -0.5]]
        """;

    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Minima_the_path_and_every_configuration_are_told()
    {
        _console.Write("unix.yaml", Unix);
        var run = await _console.Run("landscape", "unix.yaml", "--from", "sun", "--out", "tables", "--json");
        Assert.True(run.Status == 0, run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        var minimum = json.RootElement.GetProperty("minima")[0];
        Assert.Equal(["sun", "att"], Texts(minimum.GetProperty("first")));
        Assert.Equal(["hp", "ibm"], Texts(minimum.GetProperty("second")));
        Assert.Equal(2 * ((27 * 16 * -2) + (27 * 18 * -1.5) + (28.5 * 18 * -0.5)), minimum.GetProperty("energy").GetDouble());
        Assert.Equal("att", json.RootElement.GetProperty("path")[1].GetProperty("moves").GetString());
        var lines = File.ReadAllLines(Path.Combine(_console.Folder, "tables", "configurations.csv"));
        Assert.Equal("sides,energy,frustration_sun,frustration_att,frustration_hp,frustration_ibm,local_minimum", lines[0]);
        Assert.Equal(1 + 8, lines.Length);
    }

    [Theory]
    [InlineData("landscape: { actors: { a: { size: 1 }, b: { size: 2 } }, propensities: [[a, c, 1]] }", "f.yaml:1:77: found 'c', expected an actor")]
    [InlineData("landscape: { actors: { a: { size: 1 }, b: { size: 0 } } }", "f.yaml:1:51: found '0', expected a number in (0, 1000000]")]
    [InlineData("landscape: { actors: { a: { size: 1 } } }", "f.yaml:1:14: found no actor, expected at least 2")]
    [InlineData("landscape: { actors: { a: { size: 1 }, b: { size: 2 } }, propensities: [[a, a, 1]] }", "f.yaml:1:77: found 'a', expected another actor than the first of the pair")]
    [InlineData("landscape: { actors: { a: { size: 1 }, b: { size: 2 } }, propensities: [[a, b, 1], [b, a, 2]] }", "f.yaml:1:84: found a second propensity of b and a, expected each pair once")]
    [InlineData("landscape: { actors: { a: { size: 1 }, b: { size: 2 } }, propensities: [[a, b, x]] }", "f.yaml:1:80: found 'x', expected a number in [-1000000, 1000000]")]
    [InlineData("scenario: x", "found 'scenario', expected a key of the file (landscape)")]
    [InlineData("", "f.yaml:1:1: found an empty file, expected")]
    public async Task A_broken_file_gets_one_clear_error(string text, string error)
    {
        _console.Write("f.yaml", text);
        var run = await _console.Run("landscape", "f.yaml", "--out", "tables");
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains(error, run.Errors);
        Assert.False(Directory.Exists(Path.Combine(_console.Folder, "tables")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_an_actor_that_is_not_there_are_told()
    {
        Assert.Contains("none.yaml:1:1: found a file that cannot be read", (await _console.Run("landscape", "none.yaml")).Errors);
        _console.Write("unix.yaml", Unix);
        var run = await _console.Run("landscape", "unix.yaml", "--from", "sun,dec");
        Assert.Equal((2, "--from sun,dec: found 'dec', expected an actor\n"), (run.Status, run.Errors));
    }

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);
}
