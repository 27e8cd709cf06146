using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Answers;

/// <summary>Finds what a question names. Arms may lack a thing, or have it in another place: so answers go by id.</summary>
public static class MarketNames
{
    /// <summary>Index of the product; −1: there is none.</summary>
    public static int IndexOfProduct(this MarketDefinition market, string id) => IndexOf(market.Products, id, p => p.Id);

    /// <summary>Index of the vendor; −1: there is none.</summary>
    public static int IndexOfVendor(this MarketDefinition market, string id) => IndexOf(market.Vendors, id, v => v.Id);

    /// <summary>Index of the technology; −1: there is none.</summary>
    public static int IndexOfTechnology(this MarketDefinition market, string id) => IndexOf(market.Technologies, id, t => t.Id);

    /// <summary>Index of the segment; −1: there is none.</summary>
    public static int IndexOfSegment(this MarketDefinition market, string id) => IndexOf(market.Segments, id, s => s.Id);

    /// <summary>The alliance at quarter's end; null: there is none.</summary>
    public static AllianceState? FindAlliance(this ImmutableArray<AllianceState> alliances, string id)
    {
        foreach (var alliance in alliances)
            if (alliance.Id == id) return alliance;
        return null;
    }

    private static int IndexOf<T>(ImmutableArray<T> items, string id, Func<T, string> idOf)
    {
        for (var i = 0; i < items.Length; i++)
            if (idOf(items[i]) == id) return i;
        return -1;
    }
}
