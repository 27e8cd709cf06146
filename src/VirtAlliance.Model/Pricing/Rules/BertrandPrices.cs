namespace VirtAlliance.Model.Pricing.Rules;

/// <summary><c>bertrand</c>: a damped step towards the best reply to last quarter's panel figures.</summary>
internal sealed class BertrandPrices : IPriceRule
{
    public double NextCents(PriceQuestion asked) => BertrandStep.Next(
        asked.Market, asked.Opened.Vendors, asked.Opened.Panels, asked.Opened.PostedCents, asked.Opening.Conduct, asked.Vendor, asked.Price);
}
