using Orleans.Runtime;

namespace VirtAlliance.Grains.Placement;

internal static class GrainContextKeys
{
    /// <summary>The grain's key as text.</summary>
    public static string Key(this IGrainContext context) => context.GrainId.Key.ToString()!;
}
