using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership.Rules;

/// <summary>What a vendor knows when it decides on its alliances.</summary>
/// <param name="Market">The run's market.</param>
/// <param name="Opening">Record −1.</param>
/// <param name="Opened">The market as the quarter opened.</param>
/// <param name="Vendor">Index of the vendor; it trades.</param>
/// <param name="Quarter">Number of the quarter.</param>
public sealed record PartnershipQuestion(Market Market, OpeningRecord Opening, MarketState Opened, int Vendor, int Quarter)
{
    /// <summary>The vendor's rule with its parameters.</summary>
    public PartnershipRule Terms => Market.Definition.Vendors[Vendor].Partnership;

    /// <summary>What it took in over the last four quarters, bookings and complements [cents]; not below 0.</summary>
    public long RecentTakingsCents => Math.Max(0, Opened.Vendors[Vendor].RecentTakingsCents.Sum());
}
