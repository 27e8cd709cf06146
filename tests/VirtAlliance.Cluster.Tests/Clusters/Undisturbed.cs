using System.Collections.Concurrent;
using System.Text.Json;
using VirtAlliance.Client.Tests;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>What comes out where nothing happens: by <c>virtalliance run</c> in one process, worked out once per scenario and test run.</summary>
internal static class Undisturbed
{
    private static readonly ConcurrentDictionary<string, Task<string[]>> Known = new();

    /// <summary>Digests of the scenario's runs, in the study's order.</summary>
    public static Task<string[]> Digests(string scenario, params string[] options) => Known.GetOrAdd(string.Join(' ', [scenario, .. options]), _ => Run(scenario, options));

    private static async Task<string[]> Run(string scenario, string[] options)
    {
        using var console = new RunningConsole();
        var finished = await console.Run(["run", scenario, "--json", .. options]);
        Assert.True(finished.Status == 0, finished.Errors);
        return Of(finished.Output);
    }

    /// <summary>Digests in the answer of <c>run</c>, <c>submit --watch</c> and <c>watch</c>.</summary>
    public static string[] Of(string answer)
    {
        using var study = JsonDocument.Parse(answer);
        return [.. study.RootElement.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("digest").GetString()!)];
    }
}
