using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>What members pay.</summary>
public static class Dues
{
    /// <summary>A vendor's contributions, alliance by alliance in order of id: what it owes, as far as its means and its credit line allow. Where nothing is owed, nothing is said.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="partnered">The market with memberships fixed.</param>
    /// <param name="vendor">Index of the vendor.</param>
    /// <param name="meansCents">Its cash, with this quarter's profit before dues.</param>
    public static ImmutableArray<PartnershipMessage> Pay(MarketDefinition market, MarketState partnered, int vendor, long meansCents) =>
        Pay(market, partnered, vendor, market.Vendors[vendor].CreditLineCents is { } credit ? (Int128)meansCents + credit : Int128.MaxValue);

    /// <summary>The same, should its means suffice.</summary>
    public static ImmutableArray<PartnershipMessage> InFull(MarketDefinition market, MarketState partnered, int vendor) => Pay(market, partnered, vendor, Int128.MaxValue);

    private static ImmutableArray<PartnershipMessage> Pay(MarketDefinition market, MarketState partnered, int vendor, Int128 left)
    {
        var payments = ImmutableArray.CreateBuilder<PartnershipMessage>();
        foreach (var alliance in partnered.Alliances)
        {
            if (!alliance.Has(vendor)) continue;
            var member = alliance.Members.First(m => m.Vendor == vendor);
            var owed = Memberships.StatedDuesCents(market.Alliances[alliance.Terms], member);
            if (owed == 0) continue;
            var paid = (long)Int128.Clamp(left, 0, owed);
            left -= paid;
            payments.Add(new PartnershipMessage(3, MessageKind.Contribution, vendor, alliance.Id, payments.Count, member.Tier, paid));
        }
        return payments.ToImmutable();
    }
}
