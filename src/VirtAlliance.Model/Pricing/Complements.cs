using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Pricing;

/// <summary>What a vendor earns on other things per seat in use: y.</summary>
internal static class Complements
{
    /// <summary>Income in a segment on a seat that runs <paramref name="product"/>, or none [cents per seat and quarter].</summary>
    public static double Cents(MarketDefinition market, int vendor, int segment, int product)
    {
        var firm = market.Vendors[vendor];
        var rate = product == market.Products.Length
            ? firm.NoneComplementCents
            : firm.TechnologyComplementCents[market.Products[product].Technology] + firm.ProductComplementCents[product];
        return rate * firm.Channels[segment];
    }
}
