using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>What the page shows of a market's quarters.</summary>
internal sealed class QuarterViews(MarketDefinition market)
{
    private const int ShareDigits = 5;

    public QuarterView Of(QuarterRecord record, QuarterRemarks? remarks)
    {
        var (closed, quarter) = (record.Closed, record.Closed.Quarter);
        return new QuarterView(
            quarter, market.Starts.Plus(quarter).ToString(),
            [.. MarketShares.OfProducts(Trade.ByProduct(market, record), ShareBasis.Seats).Select(s => Math.Round(s, ShareDigits))],
            [.. record.Conditions.Products.Select(p => p.OnOffer ? Usd(p.PriceCents) : (decimal?)null)],
            [.. record.Books.Select(b => (decimal)b.ProfitCents / 100)],
            [.. market.Vendors.Where((_, v) => closed.Vendors[v].Status != VendorStatus.Active).Select(v => v.Id)],
            [.. closed.Alliances.Select(Alliance)], [.. record.Messages.Select(Message)], remarks?.Ms, remarks?.Trace is not null);
    }

    private AllianceView Alliance(AllianceState alliance) => new(
        alliance.Id, alliance.Status.ToString().ToLowerInvariant(), alliance.Leader < 0 ? null : market.Vendors[alliance.Leader].Id,
        [.. alliance.Members.Select(m => new MemberView(market.Vendors[m.Vendor].Id, market.Alliances[alliance.Terms].Tiers[m.Tier].Name))], Usd(alliance.PoolCents));

    private MessageView Message(PartnershipMessage message)
    {
        var vendor = market.Vendors[message.Vendor].Id;
        var (from, to) = message.FromVendor ? (vendor, message.Alliance) : (message.Alliance, vendor);
        var tier = message.Tier < 0 ? null : market.Alliances[Rivals.TermsOf(market, message.Alliance)].Tiers[message.Tier].Name;
        return new MessageView(message.Kind.ToString().ToLowerInvariant(), from, to, tier, message.Cents == 0 ? null : Usd(message.Cents));
    }

    private static decimal Usd(long cents) => cents / 100m;
}
