using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orleans.Runtime;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Grains.Placement;

/// <summary>What a node knows of where its grains' callees belong: plans of the coordinators here, and the distributors here.</summary>
internal sealed class TerritoryPlans
{
    private readonly ConcurrentDictionary<string, ImmutableArray<SiloAddress>> _plans = new();
    private readonly ConcurrentDictionary<string, bool> _distributors = new();

    /// <summary>The coordinator here goes by this plan.</summary>
    public void Follow(string run, ImmutableArray<SiloAddress> plan) => _plans[run] = plan;

    /// <summary>The coordinator here is done with the run.</summary>
    public void Drop(string run) => _plans.TryRemove(run, out _);

    /// <summary>A distributor is here.</summary>
    public void Arrived(string territory) => _distributors[territory] = true;

    /// <summary>It is no longer here.</summary>
    public void Left(string territory) => _distributors.TryRemove(territory, out _);

    /// <summary>True if the run's coordinator is here.</summary>
    public bool IsHome(string run) => _plans.ContainsKey(run);

    /// <summary>Where the coordinator here wants a territory; null: it is not here.</summary>
    public SiloAddress? Planned(string run, int territory) =>
        _plans.TryGetValue(run, out var plan) && territory < plan.Length ? plan[territory] : null;

    /// <summary>True if the territory's distributor is here.</summary>
    public bool Holds(string run, int territory) => _distributors.ContainsKey(GrainKeys.Of(run, territory));
}
