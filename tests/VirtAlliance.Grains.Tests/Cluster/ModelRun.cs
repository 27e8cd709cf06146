using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Grains.Tests.Cluster;

/// <summary>A run as one thread makes it, with the hashes that any cluster must reproduce.</summary>
internal static class ModelRun
{
    /// <summary>Hashes of the opening and of every quarter, lower-case hex.</summary>
    public static string[] Hashes(RunDefinition run)
    {
        using var market = new MarketRun(run);
        var hash = HashChain.Identity(RunDefinitionJson.ScenarioHash(run), run.Seed, run.Replicate, ModelVersion.Current);
        var hashes = new List<string> { HashChain.Show(hash = HashChain.Next(hash, RecordCodec.Write(market.Opening))) };
        foreach (var quarter in market.ToTheEnd()) hashes.Add(HashChain.Show(hash = HashChain.Next(hash, RecordCodec.Write(quarter))));
        return [.. hashes];
    }
}
