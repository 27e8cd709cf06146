using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>An alliance's money over a quarter.</summary>
public static class Pool
{
    /// <summary>The alliance after dues came in, refunds went out, and what is left was spent by its shares; the rest is carried over.</summary>
    public static AllianceState Settle(Alliance terms, AllianceState alliance, ImmutableArray<PartnershipMessage> contributions)
    {
        var received = Correspondence.InOrder(contributions);
        var income = received.Sum(c => c.Cents);
        var pool = alliance.PoolCents + income - alliance.Refunds.Sum(r => r.Cents);
        var (research, marketing) = alliance.Status == AllianceStatus.Active ? Spend(terms, pool) : (0, 0);
        return alliance with
        {
            Members = [.. alliance.Members.Select(m => m with { UnpaidQuarters = Unpaid(terms, m, received) })],
            DuesPaid = received.Aggregate(alliance.DuesPaid, (paid, c) => Add(paid, c.Vendor, c.Cents)),
            IncomeCents = income,
            ResearchCents = research,
            MarketingCents = marketing,
            PoolCents = pool - research - marketing,
            MarketingStockUsd = Marketing.NextStockUsd(terms, alliance.MarketingStockUsd, marketing),
        };
    }

    /// <summary>Amounts with <paramref name="cents"/> more for <paramref name="vendor"/>, in order of vendor; none of zero.</summary>
    public static ImmutableArray<VendorAmount> Add(ImmutableArray<VendorAmount> amounts, int vendor, long cents)
    {
        if (cents == 0) return amounts;
        var soFar = amounts.Where(a => a.Vendor == vendor).Sum(a => a.Cents);
        return [.. amounts.Where(a => a.Vendor != vendor).Append(new VendorAmount(vendor, soFar + cents)).OrderBy(a => a.Vendor)];
    }

    private static (long Research, long Marketing) Spend(Alliance terms, long pool)
    {
        var rest = Math.Max(0, 1 - terms.PoolResearch - terms.PoolMarketing);
        var parts = LargestRemainder.Split(pool, [terms.PoolResearch, terms.PoolMarketing, rest]);
        return (parts[0], parts[1]);
    }

    private static int Unpaid(Alliance terms, Member member, ImmutableArray<PartnershipMessage> received)
    {
        var paid = received.Where(c => c.Vendor == member.Vendor).Sum(c => c.Cents);
        return paid < Memberships.StatedDuesCents(terms, member) ? member.UnpaidQuarters + 1 : 0;
    }
}
