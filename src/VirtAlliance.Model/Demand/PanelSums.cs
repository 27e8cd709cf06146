using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Demand;

/// <summary>Adds up expected demand and its derivatives over panel members: lane by lane in the order of places, the lanes at the end.</summary>
internal sealed unsafe class PanelSums(int products)
{
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

    /// <summary>Counts a tile's members in.</summary>
    /// <param name="tile">Utilities of <paramref name="offered"/> products and of none, the best of them, and weights; overwritten.</param>
    /// <param name="offered">Products on offer.</param>
    /// <param name="sensitivity">α of the members [utils per 100 USD].</param>
    public void Add(in PanelTile tile, int offered, Vector512<double>* sensitivity)
    {
        PanelOdds.Weigh(tile, offered + 1);
        _surplus = PanelOdds.Surplus(tile, sensitivity, _surplus);
        Add(tile, offered);
    }

    /// <summary>Counts a tile's members in, their surplus left aside.</summary>
    /// <param name="tile">Odds, scales, weights and responses.</param>
    /// <param name="offered">Products on offer.</param>
    public void Add(in PanelTile tile, int offered)
    {
        fixed (Vector512<double>* demand = _demand, lambda = _lambda, gamma = _gamma) Add(tile, offered, demand, lambda, gamma);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(in PanelTile tile, int offered, Vector512<double>* demand, Vector512<double>* lambda, Vector512<double>* gamma)
    {
        unchecked
        {
            for (var k = 0; k < offered; k++)
            {
                var chances = tile.Of(k);
                demand[k] = AddDemand(tile, chances, demand[k]);
                gamma = AddRow(tile, chances, lambda + k, gamma);
            }
        }
    }

    /// <summary>Odds become chances, and are added up by weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddDemand(in PanelTile tile, Vector512<double>* chances, Vector512<double> demand)
    {
        unchecked
        {
            var weights = tile.Weights;
            var scales = tile.Scales;
            for (var g = 0; g < PanelTile.Groups; g++)
            {
                var chance = chances[g] * scales[g];
                chances[g] = chance;
                demand = Vector512.FusedMultiplyAdd(weights[g], chance, demand);
            }
            return demand;
        }
    }

    /// <summary>A product's Λ, and its Γ with each product up to itself; returns the next product's row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double>* AddRow(in PanelTile tile, Vector512<double>* chances, Vector512<double>* lambda, Vector512<double>* gamma)
    {
        unchecked
        {
            var steered = tile.Responses;
            var (s0, s1, s2, s3) = (steered[0] * chances[0], steered[1] * chances[1], steered[2] * chances[2], steered[3] * chances[3]);
            var (s4, s5, s6, s7) = (steered[4] * chances[4], steered[5] * chances[5], steered[6] * chances[6], steered[7] * chances[7]);
            *lambda = *lambda + s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
            for (var other = tile.Of(0); other <= chances; other += PanelTile.Groups, gamma++)
            {
                var sum = Vector512.FusedMultiplyAdd(s0, other[0], *gamma);
                sum = Vector512.FusedMultiplyAdd(s1, other[1], sum);
                sum = Vector512.FusedMultiplyAdd(s2, other[2], sum);
                sum = Vector512.FusedMultiplyAdd(s3, other[3], sum);
                sum = Vector512.FusedMultiplyAdd(s4, other[4], sum);
                sum = Vector512.FusedMultiplyAdd(s5, other[5], sum);
                sum = Vector512.FusedMultiplyAdd(s6, other[6], sum);
                *gamma = Vector512.FusedMultiplyAdd(s7, other[7], sum);
            }
            return gamma;
        }
    }

    /// <summary>Makes utilities of eight odds, the best being 1; their sum is <paramref name="total"/>, and the best utility is returned.</summary>
    public static Vector512<double> Odds(Span<Vector512<double>> utilities, out Vector512<double> total)
    {
        var best = utilities[0];
        foreach (var u in utilities[1..]) best = ExactMath8.Larger(u, best);
        total = Vector512<double>.Zero;
        foreach (ref var u in utilities) total += u = ExactMath8.Exp(u - best);
        return best;
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
        return new PanelFigures(
            ImmutableCollectionsMarshal.AsImmutableArray(demand), ImmutableCollectionsMarshal.AsImmutableArray(lambda),
            ImmutableCollectionsMarshal.AsImmutableArray(gamma), Whole(_surplus, scale * 1e4));
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
