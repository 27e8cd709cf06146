using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>What vendors earn, or lose, on other things when technologies or products are in use.</summary>
/// <remarks>A vendor that took others over earns by all their rates, through the channels of all of them.</remarks>
public static class Complements
{
    /// <summary>y: a vendor's income on a seat in use in a segment [cents per quarter]: rate of the product and of its technology, or of none, × channel strength.</summary>
    /// <param name="market">The market.</param>
    /// <param name="heirs">Per vendor who stands where it stood.</param>
    /// <param name="vendor">Index of the vendor.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="product">Index of the product; the number of products means none.</param>
    public static double PerSeatCents(MarketDefinition market, ImmutableArray<int> heirs, int vendor, int segment, int product)
    {
        var rate = 0.0;
        for (var member = 0; member < heirs.Length; member++)
            if (heirs[member] == vendor) rate += Rate(market, market.Vendors[member], product);
        return rate == 0 ? 0 : rate * Channels.Of(market, heirs, vendor, segment);
    }

    /// <summary>A vendor's complement income of a quarter [cents], over all segments and seats in use at its end; rounded once.</summary>
    public static long IncomeCents(MarketDefinition market, ImmutableArray<int> heirs, ImmutableArray<CustomerTotals> segments, int vendor)
    {
        var cents = 0.0;
        for (var segment = 0; segment < segments.Length; segment++)
            for (var product = 0; product <= market.Products.Length; product++)
                cents += PerSeatCents(market, heirs, vendor, segment, product) * (segments[segment].Seats[product] * market.Segments[segment].StandsFor);
        return Cents.Rounded(cents);
    }

    private static double Rate(MarketDefinition market, Vendor vendor, int product) => product == market.Products.Length
        ? vendor.NoneComplementCents
        : vendor.TechnologyComplementCents[market.Products[product].Technology] + vendor.ProductComplementCents[product];
}
