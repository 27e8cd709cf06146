using VirtAlliance.Model.Answers;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Scenarios.Tests.Claims;

public class MeasureValueTests
{
    private static readonly Subject Big = new(SubjectKind.Vendor, "big"), Small = new(SubjectKind.Vendor, "small"), Beta = new(SubjectKind.Product, "beta"),
        Free = new(SubjectKind.Technology, "free"), Club = new(SubjectKind.Alliance, "club"), All = new(SubjectKind.All, "");

    [Fact]
    public void A_share_of_seats_is_among_products_or_in_the_market()
    {
        var run = HandMade.Run(new HandMadeQuarter(), new HandMadeQuarter(BigSeats: 30, SmallSeats: 50));
        Assert.Equal(50 / 80.0, Of(Figure(MeasureKind.Share, Beta), run));
        Assert.Equal(20 / 80.0, Of(Figure(MeasureKind.Share, Beta) with { At = 0 }, run));
        Assert.Equal(0.5, Of(Figure(MeasureKind.Share, Free) with { Among = ShareAmong.Market }, run));
        Assert.Equal(70 / 160.0, Of(Figure(MeasureKind.Share, Small) with { From = 0, To = 1 }, run));
    }

    [Fact]
    public void Shares_of_orders_and_of_bookings_are_other_things()
    {
        var run = HandMade.Run(new HandMadeQuarter(BigOrders: 10, SmallOrders: 30));
        Assert.Equal(0.75, Of(Figure(MeasureKind.Share, Beta) with { Of = ShareOf.Orders }, run));
        Assert.Equal(30 / 50.0, Of(Figure(MeasureKind.Share, Beta) with { Of = ShareOf.Bookings }, run));
        Assert.Equal(double.NaN, Of(Figure(MeasureKind.Share, Beta) with { Of = ShareOf.Orders }, HandMade.Run(new HandMadeQuarter())));
    }

    [Fact]
    public void A_price_is_in_dollars_and_a_mean_over_a_span()
    {
        var run = HandMade.Run(new HandMadeQuarter(SmallPriceCents: 10_000), new HandMadeQuarter(SmallPriceCents: 11_050));
        Assert.Equal(110.5, Of(Figure(MeasureKind.Price, Beta), run));
        Assert.Equal(105.25, Of(Figure(MeasureKind.Price, Beta) with { To = 1 }, run));
        Assert.Equal(10.5, Value(Figure(MeasureKind.Price, Beta) with { Against = "without" }, run, HandMade.Run(new HandMadeQuarter(), new HandMadeQuarter())));
    }

    [Fact]
    public void Bookings_and_profits_add_up_over_the_run_or_a_span()
    {
        var run = HandMade.Run(new HandMadeQuarter(SmallOrders: 1, SmallProfitCents: 150), new HandMadeQuarter(SmallOrders: 2, SmallProfitCents: -50));
        Assert.Equal(3 * 40 * 100, Of(Figure(MeasureKind.Bookings, Small), run));
        Assert.Equal(2 * 40 * 100, Of(Figure(MeasureKind.Bookings, Small) with { At = 1, Segment = "firms" }, run));
        Assert.Equal(1, Of(Figure(MeasureKind.Profit, Small), run));
    }

    [Fact]
    public void A_gain_is_discounted_profit_against_the_other_arm()
    {
        var with = HandMade.Run(new HandMadeQuarter(SmallProfitCents: 100), new HandMadeQuarter(SmallProfitCents: 400));
        var without = HandMade.Run(new HandMadeQuarter(SmallProfitCents: 200), new HandMadeQuarter());
        Assert.Equal(-1 + 0.5 * 4, Value(Compared(MeasureKind.Gain, Small), with, without));
        Assert.Equal(0.5 * 4, Value(Compared(MeasureKind.Gain, Small) with { At = 1 }, with, without));
        Assert.Equal(1, Gains.NegativeFrom(without, with, "small"));
        Assert.Equal(0, Gains.NegativeFrom(HandMade.Run(new HandMadeQuarter()), HandMade.Run(new HandMadeQuarter(SmallProfitCents: 1)), "small"));
        Assert.Null(Gains.NegativeFrom(with, without, "small"));
    }

    [Fact]
    public void A_vendor_that_merges_in_one_arm_gains_with_its_buyer_in_both()
    {
        var merged = HandMade.Run(new HandMadeQuarter(SmallProfitCents: 100), new HandMadeQuarter(BigProfitCents: 500, SmallIsBigs: true));
        var apart = HandMade.Run(new HandMadeQuarter(SmallProfitCents: 100), new HandMadeQuarter(BigProfitCents: 200, SmallProfitCents: 200));
        Assert.Equal(0.5, Value(Compared(MeasureKind.Gain, Small), merged, apart));
        Assert.Equal(0.5, Value(Compared(MeasureKind.Gain, Big), merged, apart));
    }

    [Fact]
    public void A_gain_share_is_of_the_gains_of_members_that_gain()
    {
        var without = HandMade.Run(new HandMadeQuarter(BigProfitCents: 100));
        var share = Compared(MeasureKind.GainShare, Small) with { Alliance = "club" };
        var lead = Compared(MeasureKind.GainLead, Small) with { Alliance = "club" };
        var both = HandMade.Run(new HandMadeQuarter(BigProfitCents: 200, SmallProfitCents: 300, Members: 2));
        Assert.Equal(0.75, Value(share, both, without));
        Assert.Equal(2, Value(lead, both, without));
        Assert.Equal(1.0, Value(share, HandMade.Run(new HandMadeQuarter(SmallProfitCents: 300, Members: 2)), without));
        Assert.Equal(double.NaN, Value(share, HandMade.Run(new HandMadeQuarter(SmallProfitCents: -1, Members: 2)), without));
        Assert.Equal(double.NaN, Value(share with { Subject = Big }, HandMade.Run(new HandMadeQuarter(BigProfitCents: 200, Members: 1)), without));
    }

    [Fact]
    public void Acceleration_is_the_second_difference_of_yearly_bookings()
    {
        var run = HandMade.Run([.. Enumerable.Range(0, 12).Select(t => new HandMadeQuarter(SmallOrders: t < 4 ? 1 : t < 8 ? 2 : 5))]);
        Assert.Equal((20 - 2 * 8 + 4) * 4000, Of(Figure(MeasureKind.Acceleration, Small), run));
        Assert.Equal(double.NaN, Of(Figure(MeasureKind.Acceleration, Small) with { At = 10 }, run));
    }

    [Fact]
    public void Who_never_leads_leads_at_infinity()
    {
        var run = HandMade.Run(new HandMadeQuarter(), new HandMadeQuarter(BigSeats: 50, SmallSeats: 50), new HandMadeQuarter(BigSeats: 49, SmallSeats: 50));
        Assert.Equal(2, Of(Figure(MeasureKind.Leads, Small), run));
        Assert.Equal(0, Of(Figure(MeasureKind.Leads, Big), run));
        Assert.Equal(double.PositiveInfinity, Of(Figure(MeasureKind.Leads, Small) with { To = 1 }, run));
    }

    [Fact]
    public void An_aim_is_judged_when_it_is_reached_or_its_quarter_is_over()
    {
        var aim = Figure(MeasureKind.AimReached, Club);
        var (below, above) = (new HandMadeQuarter(), new HandMadeQuarter(BigSeats: 40, SmallSeats: 40));
        Assert.Null(Of(aim, HandMade.Run(below, below)));
        Assert.Equal(1, Of(aim, HandMade.Run(below, above)));
        Assert.Equal(0, Of(aim, HandMade.Run(below, below, below, above)));
    }

    [Fact]
    public void Members_are_counted_at_the_end_of_the_quarter()
    {
        var run = HandMade.Run(new HandMadeQuarter(Members: 2), new HandMadeQuarter());
        Assert.Equal(2, Of(Figure(MeasureKind.Members, Club) with { At = 0 }, run));
        Assert.Equal(0, Of(Figure(MeasureKind.Survives, Club), run));
        Assert.Equal(1, Of(Figure(MeasureKind.Survives, Club) with { At = 0 }, run));
    }

    [Fact]
    public void Lower_prices_are_a_gain_for_those_who_hold_seats_in_the_other_arm()
    {
        var with = HandMade.Run(new HandMadeQuarter(BigSeats: 1, BigPriceCents: 19_900, SurplusCents: 700));
        var without = HandMade.Run(new HandMadeQuarter(SurplusCents: 200));
        Assert.Equal(60 * 10 * 1.0, Value(Compared(MeasureKind.PriceEffect, All), with, without));
        Assert.Equal(5, Value(Compared(MeasureKind.Surplus, All), with, without));
        Assert.Equal(5, Value(Compared(MeasureKind.Surplus, new Subject(SubjectKind.Segment, "firms")), with, without));
    }

    [Fact]
    public void The_index_counts_merged_vendors_as_one()
    {
        Assert.Equal(1e4 * (0.75 * 0.75 + 0.25 * 0.25), Of(Figure(MeasureKind.Hhi, new Subject(SubjectKind.ByVendor, "")), HandMade.Run(new HandMadeQuarter())));
        Assert.Equal(1e4, Of(Figure(MeasureKind.Hhi, new Subject(SubjectKind.ByVendor, "")), HandMade.Run(new HandMadeQuarter(SmallIsBigs: true))));
        Assert.Equal(6250, Of(Figure(MeasureKind.Hhi, new Subject(SubjectKind.ByTechnology, "")), HandMade.Run(new HandMadeQuarter(SmallIsBigs: true))));
    }

    [Fact]
    public void What_lies_beyond_the_run_or_in_an_arm_that_did_not_run_is_not_known()
    {
        var run = HandMade.Run(new HandMadeQuarter());
        Assert.Null(Of(Figure(MeasureKind.Price, Beta) with { At = 1 }, run));
        Assert.Null(Of(Figure(MeasureKind.Profit, Small) with { From = 0, To = 1 }, run));
        Assert.Null(Of(Figure(MeasureKind.Price, Beta) with { Arm = "dear" }, run));
        Assert.Null(Of(new RatioMeasure(Figure(MeasureKind.Price, Beta), Figure(MeasureKind.Price, Beta) with { At = 1 }), run));
        Assert.Null(Value(Compared(MeasureKind.Gain, Small) with { At = 1 }, HandMade.Run(new HandMadeQuarter(), new HandMadeQuarter()), run));
    }

    [Fact]
    public void Ratios_and_differences_combine_measures()
    {
        var run = HandMade.Run(new HandMadeQuarter(SmallPriceCents: 5_000));
        var (beta, alpha) = (Figure(MeasureKind.Price, Beta), Figure(MeasureKind.Price, new Subject(SubjectKind.Product, "alpha")));
        Assert.Equal(4, Of(new RatioMeasure(alpha, beta), run));
        Assert.Equal(150, Of(new DifferenceMeasure(alpha, beta), run));
    }

    [Fact]
    public void The_least_and_the_most_of_measures_are_known_when_all_of_them_are()
    {
        var run = HandMade.Run(new HandMadeQuarter(SmallPriceCents: 5_000));
        var (beta, alpha) = (Figure(MeasureKind.Price, Beta), Figure(MeasureKind.Price, new Subject(SubjectKind.Product, "alpha")));
        Assert.Equal(50, Of(new LeastMeasure([alpha, beta]), run));
        Assert.Equal(200, Of(new MostMeasure([beta, alpha, beta]), run));
        Assert.Null(Of(new LeastMeasure([alpha, beta with { At = 1 }]), run));
        Assert.Equal(double.NaN, Of(new MostMeasure([alpha, Figure(MeasureKind.Share, Beta) with { Of = ShareOf.Orders }]), run));
    }

    [Fact]
    public void The_share_of_none_is_of_the_whole_market() =>
        Assert.Equal(0.2, Of(Figure(MeasureKind.Share, new Subject(SubjectKind.None, "")), HandMade.Run(new HandMadeQuarter())));

    [Fact]
    public void Revenue_is_all_that_comes_in() =>
        Assert.Equal(6000, Of(Figure(MeasureKind.Revenue, Small), HandMade.Run(new HandMadeQuarter(SmallOrders: 1, SmallComplementsCents: 200_000))));

    private static FigureMeasure Figure(MeasureKind kind, Subject subject) => new() { Kind = kind, Subject = subject, Arm = "with" };

    private static FigureMeasure Compared(MeasureKind kind, Subject subject) => Figure(kind, subject) with { Against = "without" };

    private static double? Of(Measure measure, RunHistory with) => Value(measure, with, with);

    private static double? Value(Measure measure, RunHistory with, RunHistory without) => MeasureValue.Of(measure, HandMade.Arms(with, without));
}
