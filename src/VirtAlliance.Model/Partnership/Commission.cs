using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>What members are paid for carrying each other's products: <c>commission · bookings · (R − r)/R</c>, in proportion to what each carries.</summary>
public static class Commission
{
    /// <summary>Per payer what it owes each vendor [cents]: its whole debt is rounded once and split by largest remainder, so that paid is received.</summary>
    public static ImmutableArray<ImmutableArray<long>> Owed(MarketDefinition market, MarketState partnered, TradedQuarter traded)
    {
        var owed = partnered.Vendors.Select(_ => new double[partnered.Vendors.Length]).ToArray();
        var ownReach = OwnReach.At(market, traded.Conditions.Quarter);
        for (var segment = 0; segment < traded.Segments.Length; segment++)
            for (var product = 0; product < market.Products.Length; product++)
                Add(market, partnered, traded, segment, product, ownReach[segment][product], owed);
        return [.. owed.Select(debts => LargestRemainder.Split(Cents.Rounded(debts.Aggregate(0.0, (sum, debt) => sum + debt)), debts))];
    }

    private static void Add(MarketDefinition market, MarketState partnered, TradedQuarter traded, int segment, int product, double ownReach, double[][] owed)
    {
        var seatQuarters = traded.Segments[segment].OrderedSeatQuarters[product];
        var owner = traded.Conditions.Products[product].Owner;
        if (seatQuarters == 0 || owner < 0) return;
        var alliance = Memberships.On(market, partnered.Alliances, owner, market.Products[product].Technology);
        if (alliance is null || market.Alliances[alliance.Terms].Commission == 0) return;

        var reach = traded.Conditions.Segments[segment].Reach[product];
        var weights = alliance.Members.Select(m => m.Vendor == owner ? 0 : Carry.Weight(market, partnered.Vendors, alliance, m.Vendor, owner, segment)).ToArray();
        var carried = weights.Aggregate(0.0, (sum, weight) => sum + weight);
        if (carried == 0 || reach == 0) return;
        var cents = market.Alliances[alliance.Terms].Commission * Bookings.Cents(market, traded.Conditions, segment, product, seatQuarters) * ((reach - ownReach) / reach);
        for (var i = 0; i < weights.Length; i++) owed[owner][alliance.Members[i].Vendor] += cents * (weights[i] / carried);
    }
}
