using Orleans.Runtime;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Grains.Tests.Cluster;

/// <summary>Makes grains of a run lose their memory while it advances.</summary>
internal static class Chaos
{
    /// <summary>All grains of a run but its coordinator.</summary>
    public static GrainId[] Grains(IGrainFactory grains, string run, RunDefinition definition)
    {
        var market = new Market(definition);
        return
        [
            .. definition.InForce.Vendors.Select(v => grains.GetGrain<IVendorGrain>(GrainKeys.Of(run, v.Id)).GetGrainId()),
            .. definition.InForce.Alliances.Select(a => grains.GetGrain<IAllianceGrain>(GrainKeys.Of(run, a.Id)).GetGrainId()),
            .. market.Territories.Select((_, t) => grains.GetGrain<IDistributorGrain>(GrainKeys.Of(run, t)).GetGrainId()),
            .. market.Territories.SelectMany(t => t).Select(b => grains.GetGrain<ISegmentGrain>(GrainKeys.Of(run, b)).GetGrainId()),
        ];
    }

    /// <summary>Deactivates all that are active, once.</summary>
    public static async Task LoseAll(MarketCluster cluster, GrainId[] grains)
    {
        foreach (var grain in grains)
        {
            if (!cluster.Silos.TryGetGrainContext(grain, out var context)) continue;
            context.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "a test"));
            await context.Deactivated;
        }
    }

    /// <summary>Deactivates one after another, in random order, until the work is done.</summary>
    public static async Task<int> Until(Task done, MarketCluster cluster, GrainId[] grains, int seed)
    {
        var (random, lost) = (new Random(seed), 0);
        while (!done.IsCompleted)
        {
            if (cluster.Silos.TryGetGrainContext(grains[random.Next(grains.Length)], out var context))
            {
                context.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "a test"));
                lost++;
            }
            await Task.Yield();
        }
        await done;
        return lost;
    }
}
