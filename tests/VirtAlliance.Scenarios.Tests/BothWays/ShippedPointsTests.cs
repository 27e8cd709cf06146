using VirtAlliance.Scenarios.BothWays;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests.BothWays;

/// <summary>The lists that come with scenarios: every claim that is judged, both ways, and every point as it is written.</summary>
public sealed class ShippedPointsTests
{
    [Theory]
    [InlineData("ova-2011")]
    [InlineData("handset-2007")]
    [InlineData("unitedlinux-2002")]
    public void Every_claim_is_listed_both_ways_and_goes_them_where_the_list_says(string scenario)
    {
        var points = ClaimPointTable.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Shipped", $"{scenario}.both-ways.csv")));
        var claims = StudyPlan.Expand(Study(scenario)).Claims.Where(c => !c.Given).ToArray();
        Assert.Equal(claims.SelectMany(c => new[] { (c.Id, true), (c.Id, false) }), points.Select(p => (p.Claim, p.Holds)));
        var search = new BothWaysSearch(new BothWaysRequest(Study(scenario)));
        var measures = new double[points.Length];
        Parallel.For(0, points.Length, i => measures[i] = search.MeasureAt(points[i]));
        Assert.All(points.Select((p, i) => (Point: p, Measure: measures[i])), x =>
        {
            Assert.Equal(x.Point.Measure, x.Measure, Math.Abs(x.Point.Measure) * 1e-4 + 1e-9);
            Assert.Equal(x.Point.Found, claims.Single(c => c.Id == x.Point.Claim).HoldsWhen!.Holds(x.Measure) == x.Point.Holds);
        });
    }

    [Fact]
    public void No_claim_of_ova_2011_is_decided_by_construction() =>
        Assert.All(ClaimPointTable.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Shipped", "ova-2011.both-ways.csv"))), p => Assert.True(p.Found, $"{p.Claim} never {(p.Holds ? "holds" : "fails")}"));

    private static StudyRequest Study(string scenario) => new() { Name = scenario, Text = ShippedScenarios.Text(scenario)! };
}
