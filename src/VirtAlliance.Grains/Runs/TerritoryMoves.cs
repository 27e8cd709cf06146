using System.Collections.Immutable;
using Orleans.Runtime;
using VirtAlliance.Grains.Placement;

namespace VirtAlliance.Grains.Runs;

/// <summary>Keeps a run's territories where they belong while nodes come and go.</summary>
internal sealed class TerritoryMoves : IDisposable
{
    private readonly RunMeans _means;
    private readonly string _run;

    public TerritoryMoves(RunMeans means, string run, int territories)
    {
        (_means, _run) = (means, run);
        means.Plans.Follow(run, TerritoryPlan.Deal(Ranked(), territories));
    }

    public void Dispose() => _means.Plans.Drop(_run);

    /// <summary>The active nodes in the run's rank; this one, where the run is at home, first.</summary>
    private SiloAddress[] Ranked()
    {
        var here = _means.Silo.SiloAddress;
        var others = _means.Membership.CurrentSnapshot.Members.Values.Where(m => m.Status == SiloStatus.Active && !m.SiloAddress.Equals(here)).Select(m => m.SiloAddress);
        return [here, .. Rendezvous.Rank(_run, others)];
    }
}
