using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>What the scenario makes vendors say to alliances. Events of a vendor that was taken over or has exited say nothing.</summary>
public static class Script
{
    /// <summary>The quarter's joins.</summary>
    public static IEnumerable<VendorJoins> Joins(MarketDefinition market, int quarter) => market.Events.OfType<VendorJoins>().Where(e => e.At == quarter);

    /// <summary>The quarter's leaves.</summary>
    public static IEnumerable<VendorLeaves> Leaves(MarketDefinition market, int quarter) => market.Events.OfType<VendorLeaves>().Where(e => e.At == quarter);

    /// <summary>True if <paramref name="vendor"/> leaves <paramref name="alliance"/> in <paramref name="quarter"/>.</summary>
    public static bool Leaves(MarketDefinition market, AllianceState alliance, int vendor, int quarter) =>
        Leaves(market, quarter).Any(e => e.Vendor == vendor && market.Alliances[e.Alliance].Id == alliance.Id);

    /// <summary>Joins of next quarter that an alliance by invitation has to prepare now.</summary>
    public static IEnumerable<VendorJoins> ToInvite(MarketDefinition market, int quarter) =>
        Joins(market, quarter + 1).Where(e => market.Alliances[e.Alliance].ByInvitation);
}
