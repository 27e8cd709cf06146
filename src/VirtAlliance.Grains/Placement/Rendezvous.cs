using System.Text;
using Orleans.Runtime;

namespace VirtAlliance.Grains.Placement;

/// <summary>Rendezvous hashing: every node ranks all nodes for a run alike, and a node that goes or comes changes the rank of no other.</summary>
internal static class Rendezvous
{
    /// <summary>The nodes, the run's first choice first.</summary>
    public static SiloAddress[] Rank(string run, IEnumerable<SiloAddress> silos) =>
        [.. silos.OrderByDescending(silo => Weight(run, silo)).ThenBy(silo => silo.ToParsableString(), StringComparer.Ordinal)];

    private static ulong Weight(string run, SiloAddress silo)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;   // FNV-1a 64, then the finisher of SplitMix64
            foreach (var octet in Encoding.UTF8.GetBytes($"{run}@{silo.ToParsableString()}")) hash = (hash ^ octet) * 1099511628211UL;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return hash ^ (hash >> 31);
        }
    }
}
