using System.Numerics;
using CsCheck;
using VirtAlliance.Model.Answers;

namespace VirtAlliance.Model.Tests.KnownAnswers;

/// <summary>Games with known values, and what must hold in any.</summary>
public sealed class ShapleyTests
{
    private static readonly Gen<double[]> Worths = Gen.Int[1, 6].SelectMany(n => Gen.Double[-10, 10].Array[1 << n]);

    [Theory]
    [InlineData("glove 1 left 2 right")]
    [InlineData("weighted [6;4,3,2,1]")]
    [InlineData("weighted [51;50,49,1]")]
    [InlineData("airport costs 1,2,3")]
    [InlineData("UN Security Council 5 veto + 10, quota 9")]
    public void Known_games_have_their_values(string game)
    {
        var (worths, expected) = Known(game);
        Assert.All(Shapley.Values(worths).Zip(expected), v => Assert.Equal(v.Second, v.First, 1e-12));
    }

    /// <summary>What the scenario of each game expects stands in the collected table, too.</summary>
    [ExternalDataFact(AnalyticRow.File)]
    public void They_are_those_of_the_table()
    {
        foreach (var row in AnalyticRow.Of("Shapley"))
        {
            var expected = Known(row.Input).Expected.Distinct().Order();
            Assert.Equal(row.Value.Split("; core")[0].Split(',', ';').Select(Fraction).Distinct().Order(), expected, (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    [Fact]
    public void Only_the_glove_that_is_scarce_is_paid_in_the_core()
    {
        var worths = Known("glove 1 left 2 right").Worths;
        Assert.True(Shapley.IsStable([1, 0, 0], worths, 0));
        Assert.False(Shapley.IsStable([2 / 3.0, 1 / 6.0, 1 / 6.0], worths, 1e-9));
    }

    [Fact]
    public void Values_add_up_to_the_worth_of_all_less_that_of_nobody() =>
        Worths.Sample(w => Math.Abs(Shapley.Values(w).Sum() - (w[^1] - w[0])) < 1e-9);

    [Fact]
    public void Values_of_two_games_together_are_those_of_each_added() => Worths.SelectMany(w => Gen.Double[-10, 10].Array[w.Length].Select(x => (w, x))).Sample(g =>
    {
        var both = Shapley.Values([.. g.w.Zip(g.x, (a, b) => a + b)]);
        Assert.All(both.Zip(Shapley.Values(g.w).Zip(Shapley.Values(g.x), (a, b) => a + b)), v => Assert.Equal(v.Second, v.First, 1e-9));
    });

    [Fact]
    public void Who_adds_nothing_to_any_has_nothing() => Worths.Sample(w =>
    {
        double[] withIdler = [.. w, .. w];
        return Math.Abs(Shapley.Values(withIdler)[^1]) < 1e-9;
    });

    [Fact]
    public void Worths_that_are_not_of_all_coalitions_are_refused() => Assert.Throws<ArgumentException>(() => Shapley.Values([0, 1, 2]));

    private static (double[] Worths, double[] Expected) Known(string game) => game switch
    {
        "glove 1 left 2 right" => (Of(3, s => Math.Min(s & 1, BitOperations.PopCount((uint)s >> 1))), [2 / 3.0, 1 / 6.0, 1 / 6.0]),
        "weighted [6;4,3,2,1]" => (Of(4, s => Votes(s, 4, 3, 2, 1) >= 6 ? 1 : 0), [5 / 12.0, 1 / 4.0, 1 / 4.0, 1 / 12.0]),
        "weighted [51;50,49,1]" => (Of(3, s => Votes(s, 50, 49, 1) >= 51 ? 1 : 0), [2 / 3.0, 1 / 6.0, 1 / 6.0]),
        "airport costs 1,2,3" => (Of(3, s => 32 - BitOperations.LeadingZeroCount((uint)s)), [1 / 3.0, 5 / 6.0, 11 / 6.0]),
        _ => (Of(15, s => (s & 31) == 31 && BitOperations.PopCount((uint)s) >= 9 ? 1 : 0), [.. Enumerable.Repeat(421 / 2145.0, 5), .. Enumerable.Repeat(4 / 2145.0, 10)]),
    };

    private static double[] Of(int players, Func<int, double> worth) => [.. Enumerable.Range(0, 1 << players).Select(worth)];

    private static int Votes(int set, params int[] weights) => weights.Where((_, i) => (set >> i & 1) == 1).Sum();

    private static double Fraction(string text) => text.Trim().Split('/') is [var above, var below] ? double.Parse(above) / double.Parse(below) : double.Parse(text);
}
