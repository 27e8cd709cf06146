using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Partnership;

/// <summary>How far fellow members' channels carry a member's products.</summary>
public static class Carry
{
    /// <summary>R: reach of a product of <paramref name="owner"/> in a segment, from its own reach r: <c>r + (1 − r)(1 − Π (1 − weight))</c> over fellow members.</summary>
    public static double Reach(MarketDefinition market, ImmutableArray<VendorState> vendors, AllianceState alliance, int owner, int segment, double ownReach)
    {
        var missed = 1.0;
        foreach (var member in alliance.Members)
            if (member.Vendor != owner) missed *= 1 - Weight(market, vendors, alliance, member.Vendor, owner, segment);
        return ownReach + (1 - ownReach) * (1 - missed);
    }

    /// <summary>Chance that <paramref name="carrier"/>'s channel carries a product of <paramref name="owner"/>: carry × channel × preference.</summary>
    public static double Weight(MarketDefinition market, ImmutableArray<VendorState> vendors, AllianceState alliance, int carrier, int owner, int segment)
    {
        var terms = market.Alliances[alliance.Terms];
        return terms.Carry * Channels.Of(market, vendors, carrier, segment) * Preference(terms, alliance, owner);
    }

    /// <summary>How much the alliance prefers <paramref name="owner"/>'s products, in [0, 1].</summary>
    public static double Preference(Alliance terms, AllianceState alliance, int owner) =>
        terms.Preference.ByControl ? Control.Of(terms, alliance, owner)
        : alliance.Leader == owner ? terms.Preference.Leader
        : terms.Preference.Others;
}
