using System.Collections.Immutable;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Firms;

/// <summary>The market as a quarter opened.</summary>
/// <param name="Opening">Record −1, for conduct and likings; null where it is not needed.</param>
/// <param name="Opened">After the quarter's events.</param>
[GenerateSerializer, Immutable, Alias("va.opened-market")]
public sealed record OpenedMarket(OpeningRecord? Opening, MarketState Opened);

/// <summary>A vendor's answer to the question what it posts.</summary>
[GenerateSerializer, Immutable, Alias("va.vendor-offers")]
public sealed record VendorOffers(VendorOffer Offer);

/// <summary>What a vendor needs to close its books.</summary>
/// <param name="Partnered">The market with memberships fixed.</param>
/// <param name="Traded">What became public in the Purchase phase.</param>
/// <param name="Terms">Commissions and refunds.</param>
/// <param name="Offers">Of every vendor, this quarter.</param>
/// <param name="Next">The market as next quarter will open, as far as it can be told before the books are closed: enough to price by; null after the last quarter.</param>
[GenerateSerializer, Immutable, Alias("va.closing-quarter")]
public sealed record ClosingQuarter(
    MarketState Partnered, TradedQuarter Traded, SettlementTerms Terms, ImmutableArray<VendorOffer> Offers, MarketState? Next);

/// <summary>A vendor's books, or what it lacks to close them.</summary>
/// <param name="Lacking">Territories whose orders it lacks; if there are any it has changed nothing.</param>
/// <param name="Settlement">Null if anything is lacking.</param>
/// <param name="Next">What it posts next quarter; null if anything is lacking, and after the last quarter.</param>
[GenerateSerializer, Immutable, Alias("va.vendor-settled")]
public sealed record VendorSettled(ImmutableArray<string> Lacking, VendorSettlement? Settlement, VendorOffer? Next);

/// <summary>A vendor's note of the answers, or which it lacks.</summary>
/// <param name="Lacking">Alliances whose messages it lacks; if there are any it has changed nothing.</param>
/// <param name="Concluded">Null if anything is lacking.</param>
[GenerateSerializer, Immutable, Alias("va.vendor-conclusion")]
public sealed record VendorConclusion(ImmutableArray<string> Lacking, VendorState? Concluded);

/// <summary>All purchase orders of a territory for one vendor in a quarter.</summary>
/// <param name="Territory">Who sends it.</param>
/// <param name="Orders">A row per segment and product.</param>
[GenerateSerializer, Immutable, Alias("va.bulk-order")]
public sealed record BulkOrder(string Territory, ImmutableArray<PurchaseOrder> Orders)
{
    /// <summary>In all.</summary>
    public long SeatQuarters
    {
        get
        {
            long sum = 0;
            foreach (var order in Orders) sum += order.SeatQuarters;
            return sum;
        }
    }
}

/// <summary>A vendor has booked a bulk order.</summary>
/// <param name="SeatQuarters">In all.</param>
[GenerateSerializer, Immutable, Alias("va.confirmation")]
public sealed record Confirmation(long SeatQuarters);
