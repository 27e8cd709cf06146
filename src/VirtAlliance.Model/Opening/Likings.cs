using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Opening;

/// <summary>Likings that reproduce a segment's shares at the opening (the contraction of Berry, Levinsohn and Pakes 1995).</summary>
/// <remarks>Over the panel's members of quarter 0, each counted once, as if running nothing, none left out.</remarks>
public static class Likings
{
    /// <summary>The contraction stops when no liking moves by more than this [utils],</summary>
    public const double Precision = 1e-12;

    /// <summary>or fails after this many steps.</summary>
    public const int MaxSteps = 1_000;

    /// <summary>ξ per product of the opening market in <paramref name="segment"/> [utils]; stated ones as they are, 0 for those not to be had.</summary>
    /// <exception cref="LikingsDivergedException">No fixed point within <see cref="MaxSteps"/>; names the segment.</exception>
    public static ImmutableArray<double> Solve(Market opening, int segment)
    {
        var terms = opening.Definition.Segments[segment];
        var likings = terms.Liking.Select(l => l ?? 0).ToArray();
        int[] solved = [.. Enumerable.Range(0, likings.Length).Where(j => terms.Liking[j] is null && terms.Shares[j] > 0)];
        if (solved.Length == 0) return [.. likings];
        var targets = solved.Select(j => terms.Shares[j] / (1 - terms.Shares[^1])).ToArray();
        var panel = new SolvingPanel(opening, segment, solved);
        var steps = panel.Contract(targets, terms.Id);
        var constant = terms.InsideValue - panel.MeanUtility(targets, steps);
        for (var k = 0; k < solved.Length; k++) likings[solved[k]] = steps[k] + constant;
        return [.. likings];
    }

    /// <summary>The members' odds of the solved products, liking left aside.</summary>
    private sealed class SolvingPanel
    {
        private readonly int _members;
        private readonly int _products;
        private readonly Vector512<double>[] _utilities;
        private readonly Vector512<double>[] _odds;

        public SolvingPanel(Market opening, int segment, int[] solved)
        {
            var members = Births(opening, segment);
            var book = OpeningBook.Of(opening);
            var tastes = new MemberTastes(opening.Definition.Segments[segment], members);
            var terms = new UtilityTerms(opening.Definition, segment, [.. new double[opening.None]], book);
            (_members, _products) = (members.Length, solved.Length);
            (_utilities, _odds) = (new Vector512<double>[tastes.Groups * _products], new Vector512<double>[tastes.Groups * _products]);
            var buffer = new Vector512<double>[terms.OfferedCount + 1];
            int[] places = [.. terms.Offered];
            for (var g = 0; g < tastes.Groups; g++)
            {
                terms.Write(tastes, g, Unattached(opening.None, members, g), buffer);
                for (var k = 0; k < _products; k++) _utilities[g * _products + k] = buffer[Array.IndexOf(places, solved[k])];
                Weigh(g);
            }
        }

        /// <summary>Likings up to a constant.</summary>
        public double[] Contract(double[] targets, string segment)
        {
            var likings = new double[_products];
            for (var step = 0; step < MaxSteps; step++)
            {
                var shares = Shares(likings);
                double largest = 0;
                for (var k = 0; k < _products; k++)
                {
                    var move = ExactMath.Log(targets[k] / shares[k]);
                    likings[k] += move;
                    largest = Math.Max(largest, Math.Abs(move));
                }
                if (largest <= Precision) return likings;
            }
            throw new LikingsDivergedException(segment);
        }

        /// <summary>Mean over members of the share-weighted utility.</summary>
        public double MeanUtility(double[] shares, double[] likings)
        {
            double mean = 0;
            for (var k = 0; k < _products; k++) mean = Math.FusedMultiplyAdd(shares[k], likings[k] + SumOf(_utilities, k) / _members, mean);
            return mean;
        }

        private double[] Shares(double[] likings)
        {
            var factors = likings.Select(ExactMath.Exp).ToArray();
            var chosen = new Vector512<double>[_odds.Length];
            for (var at = 0; at < _odds.Length; at += _products)
            {
                var total = Vector512<double>.Zero;
                for (var k = 0; k < _products; k++) total += chosen[at + k] = _odds[at + k] * Vector512.Create(factors[k]);
                for (var k = 0; k < _products; k++) chosen[at + k] /= total;
            }
            return [.. Enumerable.Range(0, _products).Select(k => SumOf(chosen, k) / _members)];
        }

        private void Weigh(int group)
        {
            var at = group * _products;
            var best = _utilities[at];
            for (var k = 1; k < _products; k++) best = Vector512.Max(best, _utilities[at + k]);
            for (var k = 0; k < _products; k++) _odds[at + k] = ExactMath8.Exp(_utilities[at + k] - best);
        }

        /// <summary>Sum over the members of one product's values; places that fill up the last vector are left out.</summary>
        private double SumOf(Vector512<double>[] values, int product)
        {
            var sum = Vector512<double>.Zero;
            var full = _members / MemberTastes.Lanes;
            for (var g = 0; g < full; g++) sum += values[g * _products + product];
            double total = 0;
            for (var lane = 0; lane < MemberTastes.Lanes; lane++) total += sum[lane];
            for (var lane = 0; lane < _members % MemberTastes.Lanes; lane++) total += values[full * _products + product][lane];
            return total;
        }
    }

    private static CustomerBirth[] Births(Market opening, int segment)
    {
        var layout = PanelLayout.Of(opening.Definition.Segments[segment]);
        var draws = new BirthDraws(opening, segment);
        var members = new CustomerBirth[layout.Members(opening.Definition.Segments[segment].Customers)];
        for (var i = 0; i < members.Length; i++) members[i] = draws.Of(i * layout.Stride);
        return members;
    }

    private static MemberStates Unattached(int none, CustomerBirth[] members, int group)
    {
        var franchises = Vector512<long>.Zero;
        for (var lane = 0; lane < MemberTastes.Lanes; lane++)
            franchises = franchises.WithElement(lane, members[Math.Min(group * MemberTastes.Lanes + lane, members.Length - 1)].Franchises);
        return new MemberStates(Vector512.Create((long)none), Vector512.Create(-1L), franchises);
    }
}
