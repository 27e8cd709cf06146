using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.History;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

public class ClaimTests
{
    private static StudyPlan Plan(string claim) => StudyPlan.Expand(new StudyRequest
    {
        Text = Broken.With("{ id: gains, measure: { gain: maker, in: with }, holds-when: { above: 0 } }", claim),
        Name = "f.yaml",
    });

    private static FigureMeasure Figure(string measure) => (FigureMeasure)Plan($"{{ id: c, measure: {{ {measure} }}, holds-when: {{ above: 0 }} }}").Claims[0].Measure!;

    [Fact]
    public void A_gain_is_against_the_baseline_unless_another_arm_is_named()
    {
        Assert.Equal("without", Figure("gain: maker, in: with").Against);
        Assert.Equal("dear", Figure("gain: maker, in: with, against: dear").Against);
        Assert.Null(Figure("profit: maker, in: with").Against);
    }

    [Fact]
    public void A_share_says_of_what_among_which_where_and_when()
    {
        var share = Figure("share: free, of: orders, among: market, segment: firms, at: 2021-Q1, in: with");
        Assert.Equal(new Subject(SubjectKind.Technology, "free"), share.Subject);
        Assert.Equal((ShareOf.Orders, ShareAmong.Market, "firms", 4), (share.Of, share.Among, share.Segment, share.At));
    }

    [Fact]
    public void Measures_of_alliances_take_the_arms_only_one()
    {
        Assert.Equal("club", Figure("gain-share: rival, in: with").Alliance);
        Assert.Equal(RegretKind.Existence, Figure("regret: { of: existence, vendor: rival }, in: with").Regret);
    }

    [Fact]
    public void Ratios_and_differences_contain_measures()
    {
        var claim = Plan("{ id: c, measure: { difference: [ { price: alpha, in: with }, { ratio: [ { price: beta, in: with }, { price: late, in: dear } ] } ] }, holds-when: { between: [1, 2] } }").Claims[0];
        Assert.IsType<RatioMeasure>(Assert.IsType<DifferenceMeasure>(claim.Measure).Subtrahend);
        Assert.True(claim.HoldsWhen!.Holds(1) && claim.HoldsWhen.Holds(2) && !claim.HoldsWhen.Holds(2.1) && !claim.HoldsWhen.Holds(double.NaN));
    }

    [Fact]
    public void Least_and_most_take_as_many_measures_as_one_likes()
    {
        Measure Read(string name) => Plan($"{{ id: c, measure: {{ {name}: [ {{ price: alpha, in: with }}, {{ price: beta, in: with }}, {{ share: none, in: with }} ] }}, holds-when: {{ above: 1 }} }}").Claims[0].Measure!;
        Assert.Equal(3, Assert.IsType<LeastMeasure>(Read("least")).Of.Length);
        Assert.Equal(SubjectKind.None, Assert.IsType<FigureMeasure>(Assert.IsType<MostMeasure>(Read("most")).Of[2]).Subject.Kind);
    }

    [Fact]
    public void The_lead_is_compared_with_a_quarter() =>
        Assert.Equal(4, Plan("{ id: c, measure: { leads: rival, in: with }, holds-when: { below: 2021-Q1 } }").Claims[0].HoldsWhen!.Below);

    [Fact]
    public void A_given_claim_needs_no_measure() => Assert.True(Plan("{ id: c, says: It was so., given: true }").Claims[0].Given);

    [Theory]
    [InlineData("share: alpha, in: with, at: 2030-Q1", "a quarter from")]
    [InlineData("profit: maker, in: with, of: seats", "found 'of'")]
    [InlineData("profit: maker, in: with, segment: firms", "found 'segment'")]
    [InlineData("profit: maker", "found no 'in'")]
    [InlineData("members: club, in: without", "which the arm 'without' does not have")]
    [InlineData("gain-share: rival, in: dear, alliance: club, against: dear", "with itself")]
    [InlineData("aim-reached: club, in: with", "states no aim")]
    [InlineData("regret: { of: participation, vendor: rival }, in: with, against: dear", "but without rival in it")]
    [InlineData("regret: { of: strategic, vendor: rival }, in: with, against: dear", "its dues at 0")]
    [InlineData("least: []", "found no measure under 'least'")]
    [InlineData("most: [ { price: alpha, in: with } ], in: with", "beside 'most'")]
    [InlineData("share: alpha, in: with, at: 2020-Q2, to: 2020-Q3", "beside 'from' or 'to'")]
    public void A_measure_that_means_nothing_is_refused(string measure, string message) =>
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => Figure(measure)).Message, StringComparison.Ordinal);

    [Fact]
    public void History_is_read_from_the_file_that_the_scenario_names()
    {
        StudyPlan Read(string csv) => StudyPlan.Expand(new StudyRequest
        {
            Text = Broken.With("history:\n  - { at: 2020-Q4, share: alpha, low: 0.5, high: 0.7 }", "history: h.csv"),
            Name = "f.yaml",
            Attachments = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("h.csv", csv),
        });
        var rows = Read("at,share,of,low,high,use,source\r\n2020-Q2,alpha,seats,0.1,0.2,fit,\"a, \"\"b\"\"\nc\"\r\n2020-Q3,shut,orders,0.3,0.4,hold-out,\r\n").History;
        Assert.Equal(new HistoryRowOf(1, "alpha", false), HistoryRowOf.From(rows[0]));
        Assert.Equal(new HistoryRowOf(2, "shut", true), HistoryRowOf.From(rows[1]));
        var error = Assert.Throws<ScenarioException>(() => Read("at,share,low,high\n2020-Q2,alpha,0.1,0.2\n2020-Q2,alpa,0.1,0.2\n")).Errors;
        Assert.StartsWith("h.csv:3:9: found 'alpa'", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public void An_observed_share_may_be_of_several_or_of_those_who_run_nothing()
    {
        HistoryRow Row(string share) => StudyPlan.Expand(new StudyRequest
        {
            Text = Broken.With("share: alpha, low: 0.5", $"share: {share}, low: 0.5"), Name = "f.yaml",
        }).History[0];
        Assert.Equal(["alpha", "rival"], Row("[alpha, rival]").Subjects.Select(s => s.Id));
        Assert.Equal(SubjectKind.None, Assert.Single(Row("none").Subjects).Kind);
        Assert.Throws<ScenarioException>(() => Row("[alpha, nobody]"));
    }

    private sealed record HistoryRowOf(int At, string Subject, bool HoldOut)
    {
        public static HistoryRowOf From(HistoryRow row) => new(row.At, Assert.Single(row.Subjects).Id, row.HoldOut);
    }
}
