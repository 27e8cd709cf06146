namespace VirtAlliance.Scenarios.Tests.Ova;

/// <summary>ova-2011 with the alliance against what is known of 2009 to 2016: judged bands of installed virtual machines [%], and Gartner's points of virtualised workloads.</summary>
public sealed class OvaHistoryTests(OvaRuns runs) : IClassFixture<OvaRuns>
{
    private static readonly (string Vendors, string Quarter, double Low, double High)[] Bands =
    [
        ("vmware", "2009-Q4", 85, 89), ("microsoft", "2009-Q4", 4, 8), ("citrix", "2009-Q4", 2, 5), ("red-hat", "2009-Q4", 0, 1), ("oracle suse", "2009-Q4", 3, 6),
        ("vmware", "2011-Q4", 77, 84), ("microsoft", "2011-Q4", 9, 16), ("citrix", "2011-Q4", 3, 6), ("red-hat", "2011-Q4", 0.5, 2), ("oracle suse", "2011-Q4", 1, 4),
        ("vmware", "2013-Q4", 65, 76), ("microsoft", "2013-Q4", 17, 26), ("citrix", "2013-Q4", 3, 6), ("red-hat", "2013-Q4", 1, 3), ("oracle suse", "2013-Q4", 1, 4),
        ("vmware", "2016-Q4", 62, 74), ("microsoft", "2016-Q4", 20, 29), ("citrix", "2016-Q4", 2, 4), ("red-hat", "2016-Q4", 2, 5), ("oracle suse", "2016-Q4", 1, 5),
    ];

    [Fact]
    public void The_start_lies_in_its_bands() => Assert.Equal(5, Hits("2009-Q4"));

    [Fact]
    public void Shares_of_2011_and_2013_lie_in_at_least_eight_of_ten_bands() => Assert.InRange(Hits("2011-Q4", "2013-Q4"), 8, 10);

    [Fact]
    public void Shares_of_2016_which_was_held_out_lie_in_at_least_three_of_five_bands() => Assert.InRange(Hits("2016-Q4"), 3, 5);

    /// <summary>Published around mid-year; where Gartner said "at least" or "more than", that is the point.</summary>
    [Fact]
    public void Virtualised_workloads_pass_within_six_points_of_Gartners_figures_in_six_of_seven()
    {
        (string Quarter, double Percent)[] points = [("2010-Q2", 25), ("2011-Q2", 40), ("2012-Q2", 50), ("2013-Q2", 66), ("2014-Q2", 70), ("2015-Q2", 75), ("2016-Q2", 80)];
        Assert.InRange(points.Count(p => Math.Abs(100 * runs.With.Virtualized(runs.With.At(p.Quarter)) - p.Percent) <= 6), 6, 7);
    }

    /// <summary>Free hypervisors did not move VMware's lead in revenue for years.</summary>
    [Fact]
    public void A_low_price_is_not_enough()
    {
        var from = runs.With.At("2013-Q1");
        var all = runs.With.Market.Vendors.Sum(v => runs.With.BookingsMillion(v.Id, from, from + 3));
        Assert.InRange(runs.With.BookingsMillion("vmware", from, from + 3) / all, 0.6, 1);
    }

    private int Hits(params string[] quarters) => Bands.Where(b => quarters.Contains(b.Quarter)).Count(b =>
    {
        var share = 100 * b.Vendors.Split(' ').Sum(v => runs.With.Share(v, runs.With.At(b.Quarter)));
        return b.Low <= share && share <= b.High;
    });
}
