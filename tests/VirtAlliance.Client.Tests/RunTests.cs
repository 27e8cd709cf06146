using System.Text.Json;

namespace VirtAlliance.Client.Tests;

/// <summary>Whole runs in the real program.</summary>
public sealed class RunTests : IDisposable
{
    private static readonly string[] Small = ["first-try", "--set", "segments.firms.customers=3000", "--quarters", "4", "--json"];

    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task JSON_has_the_keys_that_scripts_rely_on_and_the_store_agrees()
    {
        using var study = await Json(["run", .. Small, "--arm", "with", "--seed", "7"]);
        Assert.Equal("completed", study.RootElement.GetProperty("status").GetString());
        var runs = study.RootElement.GetProperty("runs").EnumerateArray().ToArray();
        Assert.Equal(["with", "without"], runs.Select(r => r.GetProperty("arm").GetString()!));
        Assert.All(runs, r => Assert.Equal((4, 7, 0, "completed", 64), (
            r.GetProperty("quarters").GetInt32(), r.GetProperty("seed").GetInt32(), r.GetProperty("replicate").GetInt32(),
            r.GetProperty("status").GetString(), r.GetProperty("digest").GetString()!.Length)));
        Assert.All(runs, r => Assert.Equal(64, r.GetProperty("scenario_hash").GetString()!.Length));

        using var shown = await Json(["show", runs[0].GetProperty("run").GetString()!, "--json"]);
        Assert.Equal("2020-Q4", shown.RootElement.GetProperty("quarter").GetString());
        Assert.Equal(runs[0].GetProperty("digest").GetString(), shown.RootElement.GetProperty("digest").GetString());

        using var listed = await Json(["list", "--json"]);
        Assert.Equal(study.RootElement.GetProperty("study").GetString(), listed.RootElement.GetProperty("studies")[0].GetProperty("study").GetString());
        Assert.Equal(2, listed.RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task Without_JSON_the_screen_has_shares_gains_and_whole_digests()
    {
        var finished = await _console.Run("run", "first-try", "--set", "segments.firms.customers=3000", "--quarters", "4");
        Assert.Equal((0, ""), (finished.Status, finished.Errors));
        Assert.Contains("Shares of seats: with", finished.Output);
        Assert.Contains("reseller", finished.Output);
        Assert.Matches("[0-9a-f]{64}", finished.Output);
    }

    [Theory]
    [InlineData("--replicates", "0")]
    [InlineData("--quarters", "-1")]
    [InlineData("--seed", "4294967296")]
    [InlineData("--arm", "nowhere")]
    [InlineData("--set", "segments.nobody.customers=1")]
    [InlineData("--set", "no-equals-sign")]
    [InlineData("--trace", "file")]
    [InlineData("--format", "csv")]
    [InlineData("--out", "/proc/nowhere")]
    public async Task An_unusable_option_ends_with_2_and_writes_nothing(string option, string value)
    {
        var finished = await _console.Run("run", "first-try", option, value);
        Assert.Equal((2, ""), (finished.Status, finished.Output));
        Assert.NotEmpty(finished.Errors);
        Assert.DoesNotContain("   at ", finished.Errors);
        Assert.False(File.Exists(_console.Store));
    }

    [Fact]
    public async Task Every_error_of_a_broken_scenario_is_told_with_its_place_and_nothing_is_written()
    {
        var file = _console.Write("broken.yaml", "scenario: broken\nstarts: 2020-Q5\nquarters: zero\nvendors: { a: {} }\n");
        var finished = await _console.Run("run", file);
        Assert.Equal((2, ""), (finished.Status, finished.Output));
        var lines = finished.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length >= 2, finished.Errors);
        Assert.All(lines, line => Assert.Matches(@"broken\.yaml:\d+:\d+: ", line));
        Assert.False(File.Exists(_console.Store));
    }

    [Fact]
    public async Task Traces_and_JSON_do_not_share_standard_output() =>
        Assert.Equal(2, (await _console.Run("run", "first-try", "--trace", "console", "--json")).Status);

    private async Task<JsonDocument> Json(string[] args)
    {
        var finished = await _console.Run(args);
        Assert.Equal((0, ""), (finished.Status, finished.Errors));
        return JsonDocument.Parse(finished.Output);
    }
}
