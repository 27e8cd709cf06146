using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Pricing.Rules;

/// <summary>What a vendor knows when it sets a price: nothing of this quarter but what its events did.</summary>
/// <param name="Market">The run's market.</param>
/// <param name="Opening">Record −1, for conduct.</param>
/// <param name="Opened">The market as the quarter opened, with last quarter's panel and prices.</param>
/// <param name="Vendor">Index of the vendor.</param>
/// <param name="Price">The price so far.</param>
/// <param name="Quarter">Number of the quarter, from 1 on.</param>
public readonly record struct PriceQuestion(Market Market, OpeningRecord Opening, MarketState Opened, int Vendor, ProductPrice Price, int Quarter)
{
    /// <summary>The vendor's rule with its parameters.</summary>
    public PriceRule Terms => Market.Definition.Vendors[Vendor].Price;

    /// <summary>The product that is priced.</summary>
    public Product Product => Market.Definition.Products[Price.Product];
}
