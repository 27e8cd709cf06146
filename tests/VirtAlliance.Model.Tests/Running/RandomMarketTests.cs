using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Partnership.Rules;
using VirtAlliance.Model.Running;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>Laws over random markets are worth what happens in them.</summary>
public sealed class RandomMarketTests
{
    [Fact]
    public void Everything_that_can_happen_happens_in_some_of_two_hundred_markets()
    {
        var runs = Enumerable.Range(0, 200).Select(RandomMarket.Run).Select(run => (run.InForce, Recorded.Whole(run).Quarters)).ToArray();
        var quarters = runs.SelectMany(r => r.Quarters).ToArray();
        Assert.Equal(Enum.GetValues<MessageKind>(), quarters.SelectMany(q => q.Messages).Select(m => m.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<VendorStatus>(), quarters.SelectMany(q => q.Closed.Vendors).Select(v => v.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<AllianceStatus>(), quarters.SelectMany(q => q.Closed.Alliances).Select(a => a.Status).Distinct().Order());
        AssertVendorsDecide(runs);
        var books = quarters.SelectMany(q => q.Books).ToArray();
        Assert.Contains(books, b => b.PoolCents > 0);
        Assert.Contains(books, b => b.CommissionPaidCents > 0);
        Assert.Contains(books, b => b.ComplementsCents < 0);
        Assert.Contains(books, b => b.FranchiseCents > 0);
        Assert.Contains(quarters.SelectMany(q => q.Closed.SteeredQuality), q => q > 0);
        Assert.Contains(quarters.SelectMany(q => q.Conditions.Products), p => p.Marketing > 0);
        Assert.Contains(quarters, q => q.Conditions.Segments.Any(s => Enumerable.Range(0, s.PriceCents.Length).Any(j => s.PriceCents[j] > q.Conditions.Products[j].PriceCents)));
    }

    /// <summary>Vendors that choose for themselves do all that they can, invited and not; and rivals are founded, joined and dissolved.</summary>
    private static void AssertVendorsDecide((MarketDefinition Market, QuarterRecord[] Quarters)[] runs)
    {
        var own = runs.SelectMany(r => r.Quarters.SelectMany(q => q.Messages.Where(m => IsOwn(r.Market, q, m)))).Select(m => m.Kind).ToHashSet();
        Assert.All([MessageKind.Application, MessageKind.Withdrawal, MessageKind.Founding], kind => Assert.Contains(kind, own));
        Assert.Contains(runs.SelectMany(r => r.Quarters).SelectMany(q => q.Messages), m => m is { Kind: MessageKind.Invitation, Tier: < 0 });
        var rivals = runs.SelectMany(r => r.Quarters.SelectMany(q => q.Closed.Alliances.Where(a => Rivals.Is(r.Market, a)))).ToArray();
        Assert.Equal(Enum.GetValues<AllianceStatus>(), rivals.Select(a => a.Status).Distinct().Order());
    }

    private static bool IsOwn(MarketDefinition market, QuarterRecord quarter, PartnershipMessage message) =>
        message.Round == 1 && PartnershipRules.Decides(market, message.Vendor, quarter.Closed.Quarter)
        && !market.Events.Any(e => e.At == quarter.Closed.Quarter && e is AllianceFounded or VendorJoins or VendorLeaves);
}
