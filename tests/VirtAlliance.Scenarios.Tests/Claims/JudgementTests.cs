using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Scenarios.Tests.Claims;

public class JudgementTests
{
    private static readonly Claim Positive = new(
        "positive", "It is.", new FigureMeasure { Kind = MeasureKind.Profit, Subject = new Subject(SubjectKind.Vendor, "v"), Arm = "a" }, new HoldsWhen(0, null, null, null), false);

    [Theory]
    [InlineData(35, 35, Verdict.Holds)]
    [InlineData(34, 34, Verdict.Likely)]
    [InlineData(20, 20, Verdict.Likely)]
    [InlineData(19, 19, Verdict.Open)]
    [InlineData(0, 35, Verdict.Fails)]
    [InlineData(0, 34, Verdict.Unlikely)]
    [InlineData(0, 19, Verdict.Open)]
    [InlineData(50, 100, Verdict.Open)]
    [InlineData(80, 100, Verdict.Likely)]
    [InlineData(20, 100, Verdict.Unlikely)]
    public void A_verdict_needs_replicates_and_a_clear_interval(int holding, int replicates, Verdict expected) =>
        Assert.Equal(expected, Judge(Enumerable.Range(0, replicates).Select(i => (double?)(i < holding ? 1 : -1))).Verdict);

    [Fact]
    public void The_interval_is_Wilsons()
    {
        var interval = WilsonInterval.Of(8, 10);
        Assert.Equal(0.4901625, interval.Low, 1e-7);
        Assert.Equal(0.9433178, interval.High, 1e-7);
        Assert.Equal(0, WilsonInterval.Of(0, 10).Low, 1e-15);
        Assert.Equal(0.2775328, WilsonInterval.Of(0, 10).High, 1e-7);
    }

    [Fact]
    public void The_interval_holds_the_share_and_mirrors() => Gen.Select(Gen.Int[1, 500], Gen.Int[0, 500]).Sample((n, k) =>
    {
        k %= n + 1;
        var (interval, mirrored, share) = (WilsonInterval.Of(k, n), WilsonInterval.Of(n - k, n), (double)k / n);
        return interval.Low <= share + 1e-12 && share <= interval.High + 1e-12 && Math.Abs(interval.Low + mirrored.High - 1) < 1e-12;
    });

    [Fact]
    public void A_figure_without_a_value_counts_against_the_claim_and_not_among_its_values()
    {
        var row = Judge([2, 4, double.NaN, double.NaN]);
        Assert.Equal((0.5, 3.0, 4), (row.Probability, row.Median, row.Replicates));
    }

    [Fact]
    public void A_replicate_where_the_figure_is_not_known_does_not_count()
    {
        var row = Judge([2, null, -4]);
        Assert.Equal((0.5, 2), (row.Probability, row.Replicates));
        Assert.Equal((Verdict.Open, (double?)null, 0), (Judge([null]).Verdict, Judge([null]).Probability, Judge([null]).Replicates));
    }

    [Fact]
    public void Percentiles_lie_on_the_line_between_neighbours()
    {
        var row = Judge([10, 0, 20, 30, 40]);
        Assert.Equal((20.0, 2.0, 38.0), (row.Median, row.P05, row.P95));
        Assert.Equal(double.PositiveInfinity, Judge([1, double.PositiveInfinity]).P95);
    }

    [Fact]
    public void What_is_given_is_shown_and_not_judged()
    {
        var row = Judgement.Of([Positive with { Given = true }], [[1.0], [3.0]])[0];
        Assert.Equal((Verdict.Given, (double?)null, 2.0), (row.Verdict, row.Probability, row.Median));
        Assert.Equal(Verdict.Given, Judgement.Of([new Claim("stated", "It was so.", null, null, true)], [[null]])[0].Verdict);
    }

    [Fact]
    public void Verdicts_come_back_from_JSON()
    {
        ImmutableArray<ClaimVerdict> verdicts = [Judge([2, 4, double.NaN]), Judge([double.PositiveInfinity]), Judge([null])];
        Assert.Equal(verdicts.ToArray(), VerdictJson.Read(VerdictJson.Write(verdicts)).ToArray());
        Assert.Contains("\"verdict\":\"open\"", VerdictJson.Write(verdicts));
        Assert.Empty(VerdictJson.Read(null));
    }

    private static ClaimVerdict Judge(IEnumerable<double?> values) => Judgement.Of([Positive], [.. values.Select(v => ImmutableArray.Create(v))])[0];
}
