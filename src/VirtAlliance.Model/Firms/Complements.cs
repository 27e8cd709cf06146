using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>What vendors earn, or lose, on other things when technologies or products are in use.</summary>
public static class Complements
{
    /// <summary>A vendor's complement income of a quarter [cents]: rate × seats in use × channel strength, over segments; rounded once.</summary>
    /// <remarks>A vendor that took others over earns by all their rates, through the channels of all of them.</remarks>
    public static long IncomeCents(MarketDefinition market, ImmutableArray<VendorState> vendors, ImmutableArray<CustomerTotals> segments, int vendor)
    {
        var cents = 0.0;
        for (var segment = 0; segment < segments.Length; segment++)
        {
            var atFullStrength = 0.0;
            foreach (var member in Heirs.HouseOf(vendors, vendor)) atFullStrength += OnSeats(market, market.Vendors[member], segments[segment].Seats);
            cents += atFullStrength * Channels.Of(market, vendors, vendor, segment) * market.Segments[segment].StandsFor;
        }
        return Cents.Rounded(cents);
    }

    private static double OnSeats(MarketDefinition market, Vendor vendor, ImmutableArray<long> seats)
    {
        var cents = vendor.NoneComplementCents * seats[^1];
        for (var product = 0; product < market.Products.Length; product++)
            cents += (vendor.TechnologyComplementCents[market.Products[product].Technology] + vendor.ProductComplementCents[product]) * seats[product];
        return cents;
    }
}
