using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Research by vendors. Each vendor of the opening has one laboratory with its own policy, which goes on under whoever took the vendor over.</summary>
public static class Laboratories
{
    /// <summary>What <paramref name="laboratory"/> spends in a quarter [cents], unrounded: fixed, and a share of the bookings of the products its vendor had at the opening.</summary>
    public static double SpendCents(MarketDefinition market, int laboratory, ImmutableArray<long> bookingsByProduct)
    {
        var policy = market.Vendors[laboratory].Research;
        return policy.FixedCents + policy.ShareOfBookings * OwnBookings(market, laboratory, bookingsByProduct);
    }

    /// <summary>A vendor's research of a quarter [cents], over all laboratories of its house; rounded once.</summary>
    public static long SpendCentsOf(MarketDefinition market, ImmutableArray<VendorState> vendors, int vendor, ImmutableArray<long> bookingsByProduct)
    {
        var cents = 0.0;
        foreach (var laboratory in Heirs.HouseOf(vendors, vendor)) cents += SpendCents(market, laboratory, bookingsByProduct);
        return Cents.Rounded(cents);
    }

    /// <summary>Per technology the effective research of all laboratories that are still somebody's [USD]: effectiveness × split × spend.</summary>
    public static double[] EffectiveUsd(MarketDefinition market, ImmutableArray<VendorState> vendors, ImmutableArray<long> bookingsByProduct)
    {
        var effective = new double[market.Technologies.Length];
        for (var laboratory = 0; laboratory < market.Vendors.Length; laboratory++)
        {
            if (Heirs.Living(vendors, laboratory) < 0) continue;
            var usd = market.Vendors[laboratory].Research.Effectiveness * SpendCents(market, laboratory, bookingsByProduct) / 100;
            var split = Split(market, laboratory, bookingsByProduct);
            for (var technology = 0; technology < effective.Length; technology++) effective[technology] += usd * split[technology];
        }
        return effective;
    }

    /// <summary>Share per technology: as stated; else the technologies of its vendor's products by bookings, in equal parts while these book nothing; zero without products.</summary>
    public static ImmutableArray<double> Split(MarketDefinition market, int laboratory, ImmutableArray<long> bookingsByProduct)
    {
        var stated = market.Vendors[laboratory].Research.Split;
        if (!stated.IsEmpty) return stated;
        var total = (double)OwnBookings(market, laboratory, bookingsByProduct);
        var weights = new double[market.Technologies.Length];
        for (var product = 0; product < market.Products.Length; product++)
        {
            if (market.Products[product].Vendor != laboratory) continue;
            var technology = market.Products[product].Technology;
            weights[technology] = total > 0 ? weights[technology] + bookingsByProduct[product] / total : 1;
        }
        var technologies = weights.Count(w => w > 0);
        return total > 0 || technologies == 0 ? [.. weights] : [.. weights.Select(w => w / technologies)];
    }

    private static long OwnBookings(MarketDefinition market, int laboratory, ImmutableArray<long> bookingsByProduct)
    {
        long cents = 0;
        for (var product = 0; product < market.Products.Length; product++)
            if (market.Products[product].Vendor == laboratory) cents += bookingsByProduct[product];
        return cents;
    }
}
