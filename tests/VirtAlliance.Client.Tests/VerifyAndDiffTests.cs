using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace VirtAlliance.Client.Tests;

/// <summary>On a store without a cluster, through the real program.</summary>
public sealed class VerifyAndDiffTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_run_is_made_again_and_compared_with_itself_and_with_its_baseline()
    {
        var (with, without) = await Run();
        var verified = await _console.Run("verify", with, "--json");
        using var json = JsonDocument.Parse(verified.Output);
        Assert.Equal((0, true), (verified.Status, json.RootElement.GetProperty("verified").GetBoolean()));
        Assert.Equal(json.RootElement.GetProperty("digest").GetString(), json.RootElement.GetProperty("recomputed").GetString());

        Assert.Contains("are the same in all 4 quarters", (await _console.Run("diff", with, with)).Output);
        var found = await _console.Run("diff", with, without, "--json");
        using var difference = JsonDocument.Parse(found.Output);
        Assert.Equal(1, found.Status);
        Assert.All(["quarter", "table", "key", "column", "first", "second"], key => Assert.True(difference.RootElement.GetProperty("difference").TryGetProperty(key, out _)));
    }

    [Fact]
    public async Task A_flipped_byte_is_refused_with_run_quarter_and_both_hashes_and_other_runs_still_work()
    {
        var (with, without) = await Run();
        using (var store = new SqliteConnection($"Data Source={_console.Store};Pooling=False"))
        {
            store.Open();
            using var flip = store.CreateCommand();
            flip.CommandText = "UPDATE va_record SET payload = CAST(substr(payload, 1, 40) || x'7F' || substr(payload, 42) AS BLOB) WHERE run = $run AND quarter = 2";
            flip.Parameters.AddWithValue("$run", with);
            Assert.Equal(1, flip.ExecuteNonQuery());
        }
        var damaged = await _console.Run("verify", with);
        Assert.Equal((1, ""), (damaged.Status, damaged.Output));
        Assert.Matches($"{with} .*quarter 2.*[0-9a-f]{{64}}.*[0-9a-f]{{64}}", damaged.Errors);
        Assert.DoesNotContain("   at ", damaged.Errors);
        Assert.Equal(0, (await _console.Run("verify", without)).Status);
    }

    [Fact]
    public async Task What_is_no_run_cannot_be_verified()
    {
        var (with, _) = await Run();
        var study = await _console.Run("verify", with[..with.LastIndexOf('-')]);
        Assert.Equal(2, study.Status);
        Assert.Contains($"such as {with}", study.Errors);
        Assert.Equal(2, (await _console.Run("diff", with, "nothing-1")).Status);
    }

    private async Task<(string With, string Without)> Run()
    {
        var finished = await _console.Run("run", "first-try", "--set", "segments.firms.customers=3000", "--quarters", "4", "--json");
        using var study = JsonDocument.Parse(finished.Output);
        var runs = study.RootElement.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("run").GetString()!).ToArray();
        return (runs[0], runs[1]);
    }
}
