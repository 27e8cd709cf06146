using System.Collections.Immutable;
using Orleans.Runtime;

namespace VirtAlliance.Grains.Placement;

/// <summary>Which node each territory of a run is on.</summary>
internal static class TerritoryPlan
{
    /// <summary>The plan of a run that starts: territory 0 at home, the others dealt out in the nodes' rank.</summary>
    /// <param name="ranked">Nodes in the run's rank, its home first.</param>
    /// <param name="territories">How many there are.</param>
    public static ImmutableArray<SiloAddress> Deal(IReadOnlyList<SiloAddress> ranked, int territories) =>
        [.. Enumerable.Range(0, territories).Select(t => ranked[t % ranked.Count])];

    /// <summary>The plan after the nodes changed: nodes differ by at most one territory, territory 0 is at home, and as few territories as possible move.</summary>
    /// <param name="current">Where territories are; nodes that are gone may be among them.</param>
    /// <param name="ranked">Nodes there are now, in the run's rank, its home first.</param>
    public static ImmutableArray<SiloAddress> Rebalance(ImmutableArray<SiloAddress> current, IReadOnlyList<SiloAddress> ranked)
    {
        var (plan, held) = (new SiloAddress?[current.Length], ranked.ToDictionary(s => s, _ => 0));
        var quota = Quotas(current, ranked);
        for (var t = 0; t < plan.Length; t++)
        {
            var silo = t == 0 ? ranked[0] : current[t];
            if (!held.TryGetValue(silo, out var count) || count == quota[silo]) continue;
            (plan[t], held[silo]) = (silo, count + 1);
        }
        for (var t = 0; t < plan.Length; t++)
        {
            if (plan[t] is not null) continue;
            var silo = ranked.First(s => held[s] < quota[s]);
            (plan[t], held[silo]) = (silo, held[silo] + 1);
        }
        return [.. plan.Select(s => s!)];
    }

    /// <summary>How many territories each node is to have; the larger shares go to those that have the most already.</summary>
    private static Dictionary<SiloAddress, int> Quotas(ImmutableArray<SiloAddress> current, IReadOnlyList<SiloAddress> ranked)
    {
        var has = ranked.ToDictionary(s => s, s => current.Skip(1).Count(c => c.Equals(s)) + (s.Equals(ranked[0]) ? 1 : 0));
        var (each, more) = Math.DivRem(current.Length, ranked.Count);
        var quota = new Dictionary<SiloAddress, int>();
        foreach (var silo in ranked.Select((s, rank) => (s, rank)).OrderByDescending(x => has[x.s]).ThenBy(x => x.rank).Select(x => x.s))
            quota[silo] = each + (quota.Count < more ? 1 : 0);
        if (quota[ranked[0]] == 0) quota[ranked[0]] = 1;   // fewer territories than nodes: the first is at home all the same
        return quota;
    }
}
