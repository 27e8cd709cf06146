using Orleans;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace VirtAlliance.Grains.Placement;

internal static class Migration
{
    /// <summary>Has a grain move to a node as soon as it is idle.</summary>
    public static void MigrateTo(this IGrainBase grain, SiloAddress silo)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        grain.MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
    }
}
