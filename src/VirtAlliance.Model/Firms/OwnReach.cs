using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Reach r that products have by themselves, before alliances carry them.</summary>
public static class OwnReach
{
    /// <summary>Per segment and product: as stated, or as the latest shock up to <paramref name="quarter"/> set it.</summary>
    public static ImmutableArray<ImmutableArray<double>> At(MarketDefinition market, int quarter)
    {
        var reach = market.Segments.Select(s => s.Reach.ToArray()).ToArray();
        foreach (var shock in market.Events.OfType<ReachShock>())
            if (shock.At <= quarter) reach[shock.Segment][shock.Product] = shock.Reach;
        return [.. reach.Select(row => row.ToImmutableArray())];
    }
}
