using System.Collections.Concurrent;
using System.Security.Cryptography;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Grains.Markets;

/// <summary>A node's markets, each read from its run's row once.</summary>
internal sealed class MarketCache(IRunStore store)
{
    private const int RunsKept = 1024;
    private const int ScenariosKept = 64;

    private readonly ConcurrentDictionary<string, Task<KnownMarket>> _runs = new();
    private readonly ConcurrentDictionary<string, Lazy<KnownScenario>> _scenarios = new();

    /// <summary>The market of a run.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such run.</exception>
    public Task<KnownMarket> Of(string run)
    {
        if (_runs.TryGetValue(run, out var known) && !known.IsFaulted && !known.IsCanceled) return known;
        if (_runs.Count > RunsKept) _runs.Clear();
        return _runs[run] = Read(run);
    }

    /// <summary>The market of a run whose row is at hand.</summary>
    public Task<KnownMarket> Of(RunRow run) => _runs.TryGetValue(run.Id, out var known) && known.IsCompletedSuccessfully ? known : _runs[run.Id] = Task.FromResult(Read(run));

    /// <summary>Forgets a run that has ended.</summary>
    public void Forget(string run) => _runs.TryRemove(run, out _);

    private async Task<KnownMarket> Read(string run) => Read(await store.FindRun(run) ?? throw new KeyNotFoundException($"the store has no run '{run}'"));

    private KnownMarket Read(RunRow row)
    {
        if (_scenarios.Count > ScenariosKept) _scenarios.Clear();
        var scenario = _scenarios.GetOrAdd(row.ScenarioHash, _ => new Lazy<KnownScenario>(() => KnownScenario.Of(row))).Value;
        var definition = new RunDefinition(scenario.InForce, scenario.Opening, row.Seed, row.Replicate);
        return new KnownMarket(new Market(definition), scenario.OpeningHash);
    }

    /// <summary>What runs of all replicates share.</summary>
    private sealed record KnownScenario(MarketDefinition InForce, MarketDefinition Opening, string OpeningHash)
    {
        public static KnownScenario Of(RunRow row)
        {
            var run = RunDefinitionJson.Read(row.Definition);
            var opening = RunDefinitionJson.Write(new RunDefinition(run.Opening, run.Opening, 0, 0));
            return new KnownScenario(run.InForce, run.Opening, Convert.ToHexStringLower(SHA256.HashData(opening)));
        }
    }
}

/// <summary>A run's market, and the name of its opening: arms with the same opening, seed and replicate have the same likings.</summary>
internal sealed record KnownMarket(Market Market, string OpeningHash);
