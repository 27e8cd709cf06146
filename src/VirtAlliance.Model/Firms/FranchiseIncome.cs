using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>What vendors earn on franchises that customers hold.</summary>
public static class FranchiseIncome
{
    /// <summary>A vendor's franchise income of a quarter [cents], over all franchises that it owns now; rounded once.</summary>
    public static long Of(MarketDefinition market, ImmutableArray<int> franchiseOwners, ImmutableArray<CustomerTotals> segments, int vendor)
    {
        var cents = 0.0;
        for (var franchise = 0; franchise < franchiseOwners.Length; franchise++)
            if (franchiseOwners[franchise] == vendor) cents += market.Franchises[franchise].IncomeCents * SeatsHeld(market, segments, franchise);
        return Cents.Rounded(cents);
    }

    private static long SeatsHeld(MarketDefinition market, ImmutableArray<CustomerTotals> segments, int franchise)
    {
        long seats = 0;
        for (var segment = 0; segment < segments.Length; segment++)
            seats += segments[segment].FranchiseSeats[franchise] * market.Segments[segment].StandsFor;
        return seats;
    }
}
