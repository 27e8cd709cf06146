namespace VirtAlliance.Model.Pricing.Rules;

/// <summary><c>list</c>: as the scenario and its events say.</summary>
internal sealed class ListPrices : IPriceRule
{
    public double NextCents(PriceQuestion asked) => asked.Price.ExactCents;
}
