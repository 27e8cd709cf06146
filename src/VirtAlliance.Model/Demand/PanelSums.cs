using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Demand;

/// <summary>Adds up expected demand and its derivatives over panel members, eight at a time: lane by lane in the order of places, the lanes at the end.</summary>
internal sealed class PanelSums(int products)
{
    private readonly Vector512<double>[] _chances = new Vector512<double>[products];
    private readonly Vector512<double>[] _demand = new Vector512<double>[products];
    private readonly Vector512<double>[] _lambda = new Vector512<double>[products];
    private readonly Vector512<double>[] _gamma = new Vector512<double>[products * (products + 1) / 2];
    private Vector512<double> _surplus;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_demand);
        Array.Clear(_lambda);
        Array.Clear(_gamma);
        _surplus = Vector512<double>.Zero;
    }

    /// <summary>Counts eight members in.</summary>
    /// <param name="utilities">Of the products on offer, then none; overwritten.</param>
    /// <param name="weight">Seats times expected quarters; 0: no member.</param>
    /// <param name="sensitivity">α [utils per 100 USD].</param>
    public void Add(Span<Vector512<double>> utilities, Vector512<double> weight, Vector512<double> sensitivity)
    {
        var best = Odds(utilities, out var total);
        _surplus = Vector512.FusedMultiplyAdd(weight / sensitivity, best + ExactMath8.Log(total), _surplus);
        Add(utilities[..^1], weight, weight * sensitivity, Vector512.Create(1.0) / total);
    }

    /// <summary>Makes utilities odds, the best being 1; their sum is <paramref name="total"/>, and the best utility is returned.</summary>
    public static Vector512<double> Odds(Span<Vector512<double>> utilities, out Vector512<double> total)
    {
        var best = utilities[0];
        foreach (var u in utilities[1..]) best = Vector512.Max(best, u);
        total = Vector512<double>.Zero;
        foreach (ref var u in utilities) total += u = ExactMath8.Exp(u - best);
        return best;
    }

    /// <summary>Counts eight members in, their surplus left aside.</summary>
    /// <param name="odds">Of the products on offer.</param>
    /// <param name="weight">Of their demand.</param>
    /// <param name="response">Of their response to prices.</param>
    /// <param name="scale">What makes odds probabilities.</param>
    public void Add(ReadOnlySpan<Vector512<double>> odds, Vector512<double> weight, Vector512<double> response, Vector512<double> scale)
    {
        var chances = _chances.AsSpan(0, odds.Length);
        var gamma = _gamma.AsSpan();
        for (var k = 0; k < odds.Length; k++)
        {
            var chance = chances[k] = odds[k] * scale;
            var steered = response * chance;
            _demand[k] = Vector512.FusedMultiplyAdd(weight, chance, _demand[k]);
            _lambda[k] += steered;
            var row = gamma[..(k + 1)];
            for (var l = 0; l < row.Length; l++) row[l] = Vector512.FusedMultiplyAdd(steered, chances[l], row[l]);
            gamma = gamma[(k + 1)..];
        }
    }

    /// <summary>Σ of weighted chances of the product at place <paramref name="k"/>.</summary>
    public double Demand(int k) => Total(_demand[k]);

    /// <summary>Σ of chances at places <paramref name="k"/> and <paramref name="l"/> ≤ k multiplied, weighted by response.</summary>
    public double Gamma(int k, int l) => Total(_gamma[k * (k + 1) / 2 + l]);

    /// <summary>The sums times <paramref name="scale"/>, each rounded once, half to even.</summary>
    /// <param name="offered">Indexes of the products that utilities were given of.</param>
    /// <param name="scale">Customers that a member stands for.</param>
    public PanelFigures Figures(ReadOnlySpan<int> offered, double scale)
    {
        var (demand, lambda, gamma) = (new long[products], new long[products], new long[products * products]);
        for (int k = 0, at = 0; k < offered.Length; k++)
        {
            demand[offered[k]] = Whole(_demand[k], scale * 1e3);
            lambda[offered[k]] = Whole(_lambda[k], scale * 1e6);
            for (var l = 0; l <= k; l++, at++)
                gamma[offered[k] * products + offered[l]] = gamma[offered[l] * products + offered[k]] = Whole(_gamma[at], scale * 1e6);
        }
        return new PanelFigures([.. demand], [.. lambda], [.. gamma], Whole(_surplus, scale * 1e4));
    }

    /// <summary>The lanes' sum, from the first to the last.</summary>
    public static double Total(Vector512<double> lanes)
    {
        double sum = 0;
        for (var lane = 0; lane < MemberTastes.Lanes; lane++) sum += lanes[lane];
        return sum;
    }

    private static long Whole(Vector512<double> lanes, double scale) => checked((long)Math.Round(Total(lanes) * scale, MidpointRounding.ToEven));
}
