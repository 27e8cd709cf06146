using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Customers;

/// <summary>One customer's choice in plain code: the same operations in the same order as a lane of <see cref="ChoiceKernel"/>, hence the same bits.</summary>
internal static class ScalarChoice
{
    /// <summary>Number of the alternative that a customer picks.</summary>
    /// <param name="terms">The segment's choice.</param>
    /// <param name="customer">Its tastes.</param>
    /// <param name="product">Its current product, none, or <see cref="CustomerColumns.Absent"/>.</param>
    /// <param name="franchises">Those it holds.</param>
    /// <param name="uniform">In [0, 1).</param>
    public static byte Choose(ChoiceTerms terms, in CustomerBirth customer, byte product, byte franchises, float uniform)
    {
        Span<float> worth = stackalloc float[terms.OptionCount];
        Weigh(terms, customer, product, franchises, worth);
        var total = Accumulate(worth);
        var bound = total * uniform;
        var code = terms.Options[0].Code;
        for (var k = 0; k + 1 < worth.Length; k++)
            if (worth[k] <= bound) code += terms.Options[k].Step;
        return (byte)code;
    }

    private static void Weigh(ChoiceTerms terms, in CustomerBirth customer, byte product, byte franchises, Span<float> worth)
    {
        var sensitivity = ExactMathF.Exp2(customer.Z1 * terms.PriceSpread);
        var switching = MathF.FusedMultiplyAdd(customer.Z4, terms.SwitchingSpread, terms.Switching);
        switching = switching > 0f ? switching : 0f;
        for (var k = 0; k < worth.Length; k++)
        {
            ref var option = ref terms.Options[k];
            var u = option.Base;
            if (terms.PriceSpread != 0) u = MathF.FusedMultiplyAdd(sensitivity, option.Price, u);
            u = MathF.FusedMultiplyAdd(customer.Z2, option.Quality, u);
            u = MathF.FusedMultiplyAdd(customer.Z3, option.Openness, u);
            worth[k] = Runs(terms, k, product) ? u + (switching + option.Stay) : u;
        }
        foreach (var term in terms.Portabilities)
            if (terms.Technologies[product] == term.Technology && product != terms.Options[term.Option].Code)
                worth[term.Option] = MathF.FusedMultiplyAdd(switching, term.Saved, worth[term.Option]);
        foreach (var term in terms.CrossSells)
            if ((franchises & term.Holders) != 0) worth[term.Option] += term.Utility;
    }

    /// <summary>Running totals of the alternatives' odds, the best one's being 1.</summary>
    private static float Accumulate(Span<float> worth)
    {
        var best = worth[0];
        foreach (var u in worth) best = u > best ? u : best;
        var total = 0f;
        for (var k = 0; k < worth.Length; k++) worth[k] = total += ExactMathF.Exp2(worth[k] - best);
        return total;
    }

    private static bool Runs(ChoiceTerms terms, int option, byte product) =>
        terms.Options[option].Code == product && !(terms.HasNone && option == terms.OptionCount - 1);
}
