namespace VirtAlliance.Model.Pricing.Rules;

/// <summary>Where a vendor's rule moves a price. A rule of one's own is a class that says this and a line <c>PriceRules.Known.Add("its-name", new ItsClass())</c>.</summary>
/// <remarks>What it answers must depend on nothing but what it is asked: it is asked again after a crash, on other nodes, and must answer the same.</remarks>
public interface IPriceRule
{
    /// <summary>The product's next price, unrounded [cents per seat and quarter]; below 0 counts as 0.</summary>
    double NextCents(PriceQuestion asked);
}
