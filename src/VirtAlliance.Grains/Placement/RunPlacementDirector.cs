using Orleans.Runtime;
using Orleans.Runtime.Placement;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Grains.Placement;

/// <summary>Places all grains of a run: by what the asking node's coordinator or distributor says, else by rendezvous hashing of the run.</summary>
internal sealed class RunPlacementDirector(TerritoryPlans plans) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (silos.Length == 1) return Task.FromResult(silos[0]);
        var hint = IPlacementDirector.GetPlacementHint(target.RequestContextData, silos);
        return Task.FromResult(hint ?? Pick(strategy, target.GrainIdentity, silos, context.LocalSilo));
    }

    private SiloAddress Pick(PlacementStrategy strategy, GrainId grain, SiloAddress[] silos, SiloAddress here)
    {
        var key = grain.Key.ToString()!;
        var run = GrainKeys.Run(key);
        if (strategy is HomePlacement) return plans.IsHome(run) && silos.Contains(here) ? here : Rendezvous.Rank(run, silos)[0];
        var territory = GrainKeys.Territory(key);
        if (IsSegment(key) && plans.Holds(run, territory) && silos.Contains(here)) return here;
        if (plans.Planned(run, territory) is { } planned && silos.Contains(planned)) return planned;
        return Rendezvous.Rank(run, silos)[territory % silos.Length];
    }

    private static bool IsSegment(string key) => key.AsSpan().Count('/') > 1;
}
