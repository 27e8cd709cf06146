namespace VirtAlliance.Model.Pricing.Rules;

/// <summary><c>follow</c>: a share of another product's price of last quarter.</summary>
internal sealed class FollowingPrices : IPriceRule
{
    public double NextCents(PriceQuestion asked) => asked.Opened.PostedCents[asked.Terms.FollowedProduct] * asked.Terms.Share;
}
