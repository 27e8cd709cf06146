using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>Laws over random markets are worth what happens in them.</summary>
public sealed class RandomMarketTests
{
    [Fact]
    public void Everything_that_can_happen_happens_in_some_of_a_hundred_markets()
    {
        var quarters = Enumerable.Range(0, 100).SelectMany(seed => Recorded.Whole(RandomMarket.Run(seed)).Quarters).ToArray();
        Assert.Equal(Enum.GetValues<MessageKind>(), quarters.SelectMany(q => q.Messages).Select(m => m.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<VendorStatus>(), quarters.SelectMany(q => q.Closed.Vendors).Select(v => v.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<AllianceStatus>(), quarters.SelectMany(q => q.Closed.Alliances).Select(a => a.Status).Distinct().Order());
        var books = quarters.SelectMany(q => q.Books).ToArray();
        Assert.Contains(books, b => b.PoolCents > 0);
        Assert.Contains(books, b => b.CommissionPaidCents > 0);
        Assert.Contains(books, b => b.ComplementsCents < 0);
        Assert.Contains(books, b => b.FranchiseCents > 0);
        Assert.Contains(quarters.SelectMany(q => q.Closed.SteeredQuality), q => q > 0);
        Assert.Contains(quarters.SelectMany(q => q.Conditions.Products), p => p.Marketing > 0);
        Assert.Contains(quarters, q => q.Conditions.Segments.Any(s => Enumerable.Range(0, s.PriceCents.Length).Any(j => s.PriceCents[j] > q.Conditions.Products[j].PriceCents)));
    }
}
