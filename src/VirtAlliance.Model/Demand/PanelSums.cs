using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Demand;

/// <summary>Adds up expected demand and its derivatives over panel members, eight at a time: lane by lane in index order, the lanes at the end.</summary>
internal sealed class PanelSums
{
    private readonly int _products;
    private readonly int[] _offered;
    private readonly Vector512<double>[] _chances;
    private readonly Vector512<double>[] _demand;
    private readonly Vector512<double>[] _lambda;
    private readonly Vector512<double>[] _gamma;
    private Vector512<double> _surplus;

    /// <param name="products">Products of the market.</param>
    /// <param name="offered">Indexes of those that can be chosen.</param>
    public PanelSums(int products, int[] offered)
    {
        (_products, _offered) = (products, offered);
        (_chances, _demand, _lambda) = (new Vector512<double>[offered.Length], new Vector512<double>[offered.Length], new Vector512<double>[offered.Length]);
        _gamma = new Vector512<double>[offered.Length * offered.Length];
    }

    /// <summary>Counts eight members in.</summary>
    /// <param name="utilities">Of the products on offer, then none; overwritten.</param>
    /// <param name="weight">Seats times expected quarters; 0: no member.</param>
    /// <param name="sensitivity">α [utils per 100 USD].</param>
    public void Add(Span<Vector512<double>> utilities, Vector512<double> weight, Vector512<double> sensitivity)
    {
        var best = utilities[0];
        foreach (var u in utilities[1..]) best = Vector512.Max(best, u);
        var total = Vector512<double>.Zero;
        foreach (ref var u in utilities) total += u = ExactMath8.Exp(u - best);
        _surplus = Vector512.FusedMultiplyAdd(weight / sensitivity, best + ExactMath8.Log(total), _surplus);
        var response = weight * sensitivity;
        var n = _chances.Length;
        for (var k = 0; k < n; k++)
        {
            var chance = _chances[k] = utilities[k] / total;
            _demand[k] = Vector512.FusedMultiplyAdd(weight, chance, _demand[k]);
            var steered = response * chance;
            _lambda[k] += steered;
            for (var l = 0; l <= k; l++) _gamma[k * n + l] = Vector512.FusedMultiplyAdd(steered, _chances[l], _gamma[k * n + l]);
        }
    }

    /// <summary>The sums times <paramref name="scale"/>, each rounded once, half to even.</summary>
    public PanelFigures Figures(double scale)
    {
        var (demand, lambda, gamma) = (new long[_products], new long[_products], new long[_products * _products]);
        for (var k = 0; k < _offered.Length; k++)
        {
            demand[_offered[k]] = Whole(_demand[k], scale * 1e3);
            lambda[_offered[k]] = Whole(_lambda[k], scale * 1e6);
            for (var l = 0; l <= k; l++)
                gamma[_offered[k] * _products + _offered[l]] = gamma[_offered[l] * _products + _offered[k]] = Whole(_gamma[k * _offered.Length + l], scale * 1e6);
        }
        return new PanelFigures([.. demand], [.. lambda], [.. gamma], Whole(_surplus, scale * 1e4));
    }

    private static long Whole(Vector512<double> lanes, double scale)
    {
        double sum = 0;
        for (var lane = 0; lane < MemberTastes.Lanes; lane++) sum += lanes[lane];
        return checked((long)Math.Round(sum * scale, MidpointRounding.ToEven));
    }
}
