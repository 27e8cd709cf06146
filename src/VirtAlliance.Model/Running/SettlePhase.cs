using System.Collections.Immutable;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>Phase 5: books are closed, alliances spend, technologies learn, the quarter record closes.</summary>
public static class SettlePhase
{
    /// <summary>What vendors owe each other and get back from pools, worked out once for all from public figures.</summary>
    public static SettlementTerms Terms(Market market, MarketState partnered, TradedQuarter traded)
    {
        var owed = Commission.Owed(market.Definition, partnered, traded);
        var refunds = partnered.Alliances.SelectMany(a => a.Refunds).ToArray();
        var vendors = Enumerable.Range(0, partnered.Vendors.Length).ToArray();
        return new SettlementTerms(
            [.. vendors.Select(v => owed.Sum(debts => debts[v]))],
            [.. owed.Select(debts => debts.Sum())],
            [.. vendors.Select(v => refunds.Where(r => r.Vendor == v).Sum(r => r.Cents))]);
    }

    /// <summary>A vendor's books, its state after them, and the dues it sends.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="partnered">The market with memberships fixed.</param>
    /// <param name="traded">What became public in the Purchase phase.</param>
    /// <param name="terms">Commissions and refunds.</param>
    /// <param name="offer">What the vendor posted this quarter.</param>
    /// <param name="orders">All purchase orders it received, merged.</param>
    public static VendorSettlement Vendor(
        Market market, MarketState partnered, TradedQuarter traded, SettlementTerms terms, VendorOffer offer, ImmutableArray<PurchaseOrder> orders) =>
        partnered.Vendors[offer.Vendor] is { Status: not VendorStatus.Active } gone
            ? VendorBooks.Ended(market, gone, offer)
            : VendorBooks.Close(market, partnered, traded, terms, offer, PurchasePhase.Merge(orders));

    /// <summary>An alliance after it received the quarter's dues, in any order, and spent them.</summary>
    public static AllianceState Alliance(Market market, AllianceState partnered, ImmutableArray<PartnershipMessage> contributions, int quarter) =>
        Pool.Settle(market.Definition.Alliances[partnered.Terms], partnered, contributions);

    /// <summary>The quarter's record: technologies learn, stocks move on, and the laws of money and seats are held to.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="partnered">The market with memberships fixed.</param>
    /// <param name="traded">What became public in the Purchase phase.</param>
    /// <param name="terms">Commissions and refunds.</param>
    /// <param name="settlements">Of every vendor.</param>
    /// <param name="alliances">Of every alliance, by id.</param>
    /// <param name="messages">All partnership messages of the quarter, in any order.</param>
    /// <exception cref="BrokenLawException">Money or seats were created or lost.</exception>
    public static QuarterRecord Close(
        Market market, MarketState partnered, TradedQuarter traded, SettlementTerms terms, ImmutableArray<VendorSettlement> settlements,
        ImmutableArray<AllianceState> alliances, ImmutableArray<PartnershipMessage> messages)
    {
        new Laws(market.Definition, partnered, traded, terms, settlements, alliances).Hold();
        var closed = Next(market, partnered, traded, [.. settlements.Select(s => s.Closed)], alliances);
        return new QuarterRecord(traded.Conditions, [.. settlements.Select(s => s.Books)], Correspondence.InOrder(messages), closed);
    }

    /// <summary>The market at quarter's end: technologies learn, stocks move on.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="partnered">The market with memberships fixed.</param>
    /// <param name="traded">What became public in the Purchase phase.</param>
    /// <param name="vendors">Of every vendor, its books closed.</param>
    /// <param name="alliances">Of every alliance, by id, its pool spent.</param>
    public static MarketState Next(
        Market market, MarketState partnered, TradedQuarter traded, ImmutableArray<VendorState> vendors, ImmutableArray<AllianceState> alliances)
    {
        var (definition, quarter) = (market.Definition, traded.Conditions.Quarter);
        var research = Research.EffectiveUsd(definition, partnered.Vendors, alliances, Bookings.ByProduct(definition, traded));
        return new MarketState(
            quarter,
            vendors,
            alliances,
            Learning.Next(definition, partnered.Technologies, research, quarter),
            Steering.Next(definition, alliances, [.. traded.Conditions.Products.Select(p => p.Owner)], partnered.SteeredQuality),
            [.. traded.Conditions.Products.Select(p => p.PriceCents)],
            traded.Segments,
            traded.Panels)
        {
            Surveys = traded.Surveys,
        };
    }
}
