using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Scenarios.BothWays;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests.BothWays;

/// <summary>The search for points where a claim holds and where it fails, on a market small enough to know them.</summary>
public sealed class BothWaysSearchTests
{
    /// <summary>Everybody is worth u = liking − price / 100 USD; half have none at the file's own values.</summary>
    private const string Market = """
        scenario: small
        starts: 2020-Q1
        quarters: 4
        seed: 5
        technologies: { any: {} }
        vendors: { seller: {} }
        products: { thing: { vendor: seller, technology: any, price-usd: 100 } }
        segments: { firms: { customers: 2000, contract-quarters: 1, adoption: { innovation: 1 }, switching-cost: 0, liking: { thing: 1 } } }
        uncertain:
          - { path: products.thing.price-usd, scale: { uniform: [0.5, 3] } }
          - { path: segments.firms.liking.thing, value: { uniform: [0.5, 1.5] } }
        history:
          - { at: 2020-Q4, share: none, among: market, low: 0, high: 1, use: fit }
        claims:
          - { id: many-without, says: Many have none, measure: { share: none, in: base, at: 2020-Q4 }, holds-when: { above: 0.45 } }
          - { id: rare, says: Hardly anybody has none, measure: { share: none, in: base, at: 2020-Q4 }, holds-when: { below: RARE } }
          - { id: put-in, given: true }
        """;

    [Fact]
    public void A_claim_that_holds_as_it_stands_is_turned_by_moving_what_it_hangs_on()
    {
        var points = Search(0.3, points: 20);
        var (holds, fails) = Of(points, "many-without");
        Assert.True(holds.Found && fails.Found);
        Assert.Empty(holds.Moved);
        Assert.True(holds.Measure > 0.45 && fails.Measure <= 0.45);
        Assert.All(fails.Moved, m => Assert.InRange(m.Value, 0.5, m.IsScale ? 3 : 1.5));
    }

    /// <summary>With a price half as high and the best liking three in ten still have none: sampled points alone do not get there, the corner does.</summary>
    [Fact]
    public void A_corner_that_no_drawn_point_comes_near_is_found()
    {
        var (holds, _) = Of(Search(0.30, points: 2), "rare");
        Assert.True(holds.Found, $"{holds}");
        Assert.Equal(2, holds.Moved.Length);
    }

    [Fact]
    public void A_claim_that_cannot_be_turned_says_what_came_nearest()
    {
        var (holds, fails) = Of(Search(0.1, points: 5), "rare");
        Assert.False(holds.Found);
        Assert.InRange(holds.Measure, 0.1, 0.35);
        Assert.True(fails.Found);
    }

    [Fact]
    public void A_point_that_was_written_down_gives_its_measure_again()
    {
        var request = new BothWaysRequest(Study(0.3)) { Points = 10 };
        var found = new BothWaysSearch(request).Run(_ => { }, CancellationToken.None);
        var search = new BothWaysSearch(request);
        Assert.All(ClaimPointTable.Read(ClaimPointTable.Write(found)), p => Assert.Equal(p.Measure, search.MeasureAt(p), 1e-5));
    }

    [Fact]
    public void The_same_request_gives_the_same_list() => Assert.Equal(ClaimPointTable.Write(Search(0.3, 15)), ClaimPointTable.Write(Search(0.3, 15)));

    [Fact]
    public void What_is_given_is_not_turned() => Assert.DoesNotContain(Search(0.3, 3), p => p.Claim == "put-in");

    [Fact]
    public void A_list_is_read_as_it_was_written()
    {
        var points =
            from claim in Gen.Int[0, 1].Select(i => i == 0 ? "C1-x" : "other")
            from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 2].Select(i => i == 2 ? (bool?)null : i == 1))
            from measure in Gen.Double[-1e9, 1e9]
            from moved in Gen.Select(Gen.Int[0, 1].Select(i => i == 0 ? "segments.*.reach.rhev" : "discount"), Gen.Bool, Gen.Double[-5, 5]).Array[0, 3]
            select new ClaimPoint(claim, flags.Item1, flags.Item2, measure, flags.Item3, [.. moved.Select(m => new MovedNumber(m.Item1, m.Item2, m.Item3))]);
        points.Array[0, 5].Sample(list =>
        {
            var read = ClaimPointTable.Read(ClaimPointTable.Write(list));
            Assert.Equal(list.Length, read.Length);
            Assert.All(list.Zip(read), p => Assert.Equal((p.First with { Moved = [] }, p.First.Moved.AsEnumerable()), (p.Second with { Moved = [] }, p.Second.Moved.AsEnumerable()), Same));
        });
    }

    [Theory]
    [InlineData("many-wihout", 10, "did you mean 'many-without'?")]
    [InlineData("rare", 0, "expected a whole number from 1")]
    public void Unusable_options_are_told(string claim, int points, string told) => Assert.Contains(
        told, Assert.Single(Assert.Throws<ScenarioException>(() => new BothWaysSearch(new BothWaysRequest(Study(0.3)) { Claims = [claim], Points = points })).Errors));

    private static bool Same((ClaimPoint Point, IEnumerable<MovedNumber> Moved) a, (ClaimPoint Point, IEnumerable<MovedNumber> Moved) b) =>
        a.Point with { Moved = default } == b.Point with { Moved = default } && a.Moved.SequenceEqual(b.Moved);

    private static (ClaimPoint Holds, ClaimPoint Fails) Of(ImmutableArray<ClaimPoint> points, string claim) =>
        (points.Single(p => p.Claim == claim && p.Holds), points.Single(p => p.Claim == claim && !p.Holds));

    private static ImmutableArray<ClaimPoint> Search(double rare, int points) =>
        new BothWaysSearch(new BothWaysRequest(Study(rare)) { Points = points }).Run(_ => { }, CancellationToken.None);

    private static StudyRequest Study(double rare) => new() { Name = "small.yaml", Text = Market.Replace("RARE", rare.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) };
}
