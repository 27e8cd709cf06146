using System.Collections.Immutable;
using System.Diagnostics;
using Orleans.Runtime;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Placement;

namespace VirtAlliance.Grains.Runs;

/// <summary>Keeps a run's territories where they belong while nodes come and go.</summary>
internal sealed class TerritoryMoves : IDisposable
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    private readonly RunMeans _means;
    private readonly string _run;
    private MembershipVersion _version;
    private long _attempted;
    private ImmutableArray<SiloAddress> _plan;

    public TerritoryMoves(RunMeans means, string run, int territories)
    {
        (_means, _run) = (means, run);
        Follow(TerritoryPlan.Deal(Ranked(), territories));
    }

    public void Dispose() => _means.Plans.Drop(_run);

    /// <summary>Between quarters: moves what lies wrong. Cheap while nothing does.</summary>
    /// <param name="distributors">One per territory.</param>
    /// <param name="where">Where they answered from; null if not known yet.</param>
    /// <param name="epoch">Of the coordinator.</param>
    /// <param name="caller">To call them by.</param>
    public async ValueTask Correct(ImmutableArray<IDistributorGrain> distributors, ImmutableArray<SiloAddress>? where, long epoch, Caller caller)
    {
        if (where is not { } current || (_version == _means.Membership.CurrentSnapshot.Version && current.AsSpan().SequenceEqual(_plan.AsSpan()))) return;
        if (_attempted != 0 && Stopwatch.GetElapsedTime(_attempted) < BetweenAttempts) return;
        var ranked = Ranked();
        Follow(TerritoryPlan.Rebalance(current, ranked));
        int[] wrong = [.. Enumerable.Range(0, current.Length).Where(t => !current[t].Equals(_plan[t]) && ranked.Contains(current[t]))];
        _attempted = wrong.Length == 0 ? 0 : Stopwatch.GetTimestamp();
        await caller.All(wrong, (t, _) => distributors[t].Move(epoch, _plan[t]));
    }

    private void Follow(ImmutableArray<SiloAddress> plan)
    {
        _plan = plan;
        _means.Plans.Follow(_run, plan);
    }

    /// <summary>The active nodes in the run's rank; this one, where the run is at home, first.</summary>
    private SiloAddress[] Ranked()
    {
        var (here, nodes) = (_means.Silo.SiloAddress, _means.Membership.CurrentSnapshot);
        _version = nodes.Version;
        var others = nodes.Members.Values.Where(m => m.Status == SiloStatus.Active && !m.SiloAddress.Equals(here)).Select(m => m.SiloAddress);
        return [here, .. Rendezvous.Rank(_run, others)];
    }
}
