using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Partnership;

/// <summary>What mergers and exits of vendors do to alliances.</summary>
public static class Upheavals
{
    /// <summary>The alliances as a quarter opens: flows of the last quarter are behind them.</summary>
    public static ImmutableArray<AllianceState> Opened(ImmutableArray<AllianceState> alliances) =>
        [.. alliances.Select(a => a with { IncomeCents = 0, ResearchCents = 0, MarketingCents = 0, Refunds = [] })];

    /// <summary>The alliances after <paramref name="heir"/> took <paramref name="vendor"/> over: its claim to refunds moves, and its membership.</summary>
    /// <remarks>In the same alliance the higher tier counts, and who took the leader over leads. Where the heir already belongs to another alliance on the technology it stays there.</remarks>
    public static ImmutableArray<AllianceState> AfterMerger(MarketDefinition market, ImmutableArray<AllianceState> alliances, int vendor, int heir) =>
        [.. alliances.Select(a => Inherit(market, alliances, WithDuesMoved(a, vendor, heir), vendor, heir))];

    /// <summary>The alliances without vendors that no longer trade: led by successors, or dissolved; plans of such vendors come to nothing.</summary>
    public static ImmutableArray<AllianceState> AfterExits(MarketDefinition market, ImmutableArray<AllianceState> alliances, ImmutableArray<VendorState> vendors) =>
        [.. Rivals.WithoutOrphanedPlans(market, alliances, vendors).Select(a => Dissolution.OrSuccession(market.Alliances[a.Terms], Without(a, vendors), vendors))];

    private static AllianceState Without(AllianceState alliance, ImmutableArray<VendorState> vendors) =>
        alliance with { Members = [.. alliance.Members.Where(m => vendors[m.Vendor].Status == VendorStatus.Active)] };

    private static AllianceState WithDuesMoved(AllianceState alliance, int vendor, int heir)
    {
        var paid = alliance.DuesPaid.Where(p => p.Vendor == vendor).Sum(p => p.Cents);
        return alliance with { DuesPaid = Pool.Add([.. alliance.DuesPaid.Where(p => p.Vendor != vendor)], heir, paid) };
    }

    private static AllianceState Inherit(MarketDefinition market, ImmutableArray<AllianceState> before, AllianceState alliance, int vendor, int heir)
    {
        if (!alliance.Has(vendor)) return alliance;
        var terms = market.Alliances[alliance.Terms];
        var membership = alliance.Members.First(m => m.Vendor == vendor) with { Vendor = heir };
        var members = Memberships.Without(alliance.Members, vendor);
        if (Memberships.On(market, before, heir, terms.Technology) is { } other && other.Id != alliance.Id) return alliance with { Members = members };
        foreach (var own in members.Where(m => m.Vendor == heir))
            membership = own with { Tier = Memberships.HigherTier(terms, own.Tier, membership.Tier) };
        return alliance with
        {
            Members = Memberships.With(members, membership),
            Leader = alliance.Leader == vendor ? heir : alliance.Leader,
        };
    }
}
