namespace VirtAlliance.Model.Pricing.Rules;

/// <summary><c>cost-plus</c>: unit cost times one plus the markup.</summary>
internal sealed class CostPlusPrices : IPriceRule
{
    public double NextCents(PriceQuestion asked) => asked.Product.UnitCostCents * (1 + asked.Terms.Markup);
}
