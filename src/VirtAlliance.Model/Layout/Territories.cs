using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Layout;

/// <summary>How a market's customers are cut into blocks, and blocks into territories; laid out once for the last quarter's size.</summary>
public static class Territories
{
    /// <summary>A territory closes when it holds this many customers,</summary>
    public const long MaxCustomers = 1_048_576;

    /// <summary>or this many blocks.</summary>
    public const int MaxBlocks = 256;

    /// <summary>Per territory its blocks, walked in order of segment and index.</summary>
    public static ImmutableArray<ImmutableArray<BlockId>> Of(MarketDefinition market)
    {
        var territories = ImmutableArray.CreateBuilder<ImmutableArray<BlockId>>();
        var open = ImmutableArray.CreateBuilder<BlockId>();
        long held = 0;
        for (var segment = 0; segment < market.Segments.Length; segment++)
        {
            var customers = market.Segments[segment].CustomersAt(market.Quarters - 1);
            for (var index = 0; (long)index * BlockId.Size < customers; index++)
            {
                open.Add(new BlockId(segment, index, territories.Count));
                held += Math.Min(BlockId.Size, customers - (long)index * BlockId.Size);
                if (held < MaxCustomers && open.Count < MaxBlocks) continue;
                territories.Add(open.ToImmutable());
                open.Clear();
                held = 0;
            }
        }
        if (open.Count > 0) territories.Add(open.ToImmutable());
        return territories.ToImmutable();
    }
}
