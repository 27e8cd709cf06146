using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Partnership;

/// <summary>What becomes of an alliance whose members have changed.</summary>
public static class Dissolution
{
    /// <summary>The alliance with a leader who is a member; without members it dissolves, and its pool is to be paid back this quarter.</summary>
    public static AllianceState OrSuccession(Alliance terms, AllianceState alliance, ImmutableArray<VendorState> vendors)
    {
        if (alliance.Status != AllianceStatus.Active) return alliance;
        if (!alliance.Members.IsEmpty) return alliance.Has(alliance.Leader) ? alliance : alliance with { Leader = Successor(terms, alliance.Members) };
        return alliance with { Status = AllianceStatus.Dissolved, Leader = -1, Refunds = Refunds(alliance, vendors) };
    }

    /// <summary>Who leads when the leader has gone: the member with the highest stated dues, of equal ones the first by id.</summary>
    public static int Successor(Alliance terms, ImmutableArray<Member> members) =>
        members.OrderByDescending(m => Memberships.StatedDuesCents(terms, m)).ThenBy(m => m.Vendor).First().Vendor;

    /// <summary>The pool, in proportion to dues ever paid, among those payers that still trade. While none does it stays where it is: nobody can be paid.</summary>
    private static ImmutableArray<VendorAmount> Refunds(AllianceState alliance, ImmutableArray<VendorState> vendors)
    {
        var payers = alliance.DuesPaid.Where(p => vendors[p.Vendor].Status == VendorStatus.Active).ToArray();
        if (payers.Length == 0) return [];
        var parts = LargestRemainder.Split(alliance.PoolCents, payers.Select(p => p.Cents).ToArray());
        return [.. payers.Select((p, i) => p with { Cents = parts[i] }).Where(p => p.Cents != 0)];
    }
}
