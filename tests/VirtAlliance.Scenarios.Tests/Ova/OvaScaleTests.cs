namespace VirtAlliance.Scenarios.Tests.Ova;

/// <summary>ova-2011 in dollars, against published revenue.</summary>
public sealed class OvaScaleTests(OvaRuns runs) : IClassFixture<OvaRuns>
{
    [Fact]
    public void VMware_books_about_a_quarter_of_its_revenue_of_2009_in_the_first_quarter() =>
        Assert.InRange(runs.With.BookingsMillion("vmware", 0, 0), 506 / 2.0, 506 * 2.0);

    /// <summary>Revenue as VMware reported it for 2011 to 2013, and from memory for 2010; bookings come before revenue, and its other products are left out.</summary>
    [Theory]
    [InlineData(2010, 2857)]
    [InlineData(2011, 3767)]
    [InlineData(2012, 4605)]
    [InlineData(2013, 5207)]
    public void VMware_books_its_revenue_within_a_quarter_of_it(int year, double revenue)
    {
        var from = runs.With.At($"{year}-Q1");
        Assert.InRange(runs.With.BookingsMillion("vmware", from, from + 3) / revenue, 0.75, 1.25);
    }

    /// <summary>IDC, second quarter of 2008: 1.1 % of revenue; 344 M USD in the second quarter of 2009.</summary>
    [Fact]
    public void Microsoft_books_what_a_free_hypervisor_brings() => Assert.InRange(runs.With.BookingsMillion("microsoft", 0, 0), 3.8 / 2, 3.8 * 2);

    /// <summary>638 M USD of subscriptions in the year to February 2010.</summary>
    [Fact]
    public void Red_Hats_Linux_customers_bring_its_subscriptions()
    {
        var vendor = runs.With.Market.Vendors.Select((v, i) => (v.Id, i)).Single(v => v.Id == "red-hat").i;
        Assert.InRange(runs.With.Quarters[0].Books[vendor].FranchiseCents / 1e8, 160 / 1.25, 160 * 1.25);
    }
}
