using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Customers;

/// <summary>How much memory a market's customers take.</summary>
public static class CustomerMemory
{
    /// <summary>Beside its columns: terms, tallies, its grain.</summary>
    private const long OfBlock = 24_576;

    /// <summary>Of a panel's member: its columns, tastes in double, and room to sum.</summary>
    private const long OfMember = 96;

    /// <summary>All customers of the last quarter with their panels, on however many nodes [bytes].</summary>
    public static long Bytes(Market market)
    {
        long bytes = 0;
        foreach (var territory in market.Territories)
            foreach (var block in territory) bytes += OfBlock + (long)BlockLayout.Of(market, block).Positions * CustomerColumns.BytesEach + PanelBytes(market, block);
        return bytes;
    }

    private static long PanelBytes(Market market, BlockId block)
    {
        if (!block.HoldsPanel) return 0;
        var segment = market.Definition.Segments[block.Segment];
        return OfBlock + PanelLayout.Of(segment).Members(segment.CustomersAt(market.Definition.Quarters - 1)) * OfMember;
    }
}
