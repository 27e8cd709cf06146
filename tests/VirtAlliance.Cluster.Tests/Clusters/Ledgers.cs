using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>What must be true of a run's ledger, whatever happened to its cluster.</summary>
internal static class Ledgers
{
    /// <summary>Hashes by quarter, from the opening on without a gap, each following from the one before.</summary>
    public static async Task<string[]> Check(IRunStore store, string run)
    {
        var row = (await store.FindRun(run))!;
        var (hash, hashes) = (HashChain.Identity(row.ScenarioHash, row.Seed, row.Replicate, row.ModelVersion), new List<string>());
        await foreach (var entry in store.Entries(run))
        {
            Assert.Equal(hashes.Count - 1, entry.Quarter);
            hash = HashChain.Next(hash, entry.Payload);
            Assert.Equal(HashChain.Show(hash), HashChain.Show(entry.Hash));
            hashes.Add(HashChain.Show(hash));
        }
        return [.. hashes];
    }

    /// <summary>Whoever was shown a quarter finds it in the ledger as it was shown.</summary>
    public static void Holds(string[] hashes, IReadOnlyDictionary<int, string> shown)
    {
        foreach (var (quarter, digest) in shown)
        {
            Assert.True(quarter + 1 < hashes.Length, $"quarter {quarter} was shown, but the ledger ends with quarter {hashes.Length - 2}");
            Assert.True(digest == hashes[quarter + 1], $"quarter {quarter} was shown with {digest}, the ledger has {hashes[quarter + 1]}");
        }
    }
}
