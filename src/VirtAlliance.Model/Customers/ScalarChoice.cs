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
        var total = Accumulate(worth, terms.IsBounded ? 0 : Best(worth));
        var bound = total * uniform;
        var code = terms.Options[0].Code;
        for (var k = 0; k + 1 < worth.Length; k++)
            if (worth[k] <= bound) code += terms.Options[k].Step;
        return (byte)code;
    }

    private static void Weigh(ChoiceTerms choice, in CustomerBirth customer, byte product, byte franchises, Span<float> worth)
    {
        var sensitivity = ExactMathF.Exp2(customer.Z1 * choice.PriceSpread);
        var switching = MathF.FusedMultiplyAdd(customer.Z4, choice.SwitchingSpread, choice.Switching);
        switching = switching > 0f ? switching : 0f;
        var terms = choice.CrossSells;
        for (var k = 0; k < worth.Length; k++)
        {
            ref var option = ref choice.Options[k];
            var u = option.Base;
            if (choice.PriceSpread != 0) u = MathF.FusedMultiplyAdd(sensitivity, option.Price, u);
            u = MathF.FusedMultiplyAdd(customer.Z2, option.Quality, u);
            u = MathF.FusedMultiplyAdd(customer.Z3, option.Openness, u);
            if (Runs(choice, k, product)) u = u + switching + option.Stay;
            else if (option.Saved != 0 && choice.Technologies[product] == option.Technology) u = MathF.FusedMultiplyAdd(switching, option.Saved, u);
            foreach (var term in terms[..option.CrossSells])
                if ((franchises & term.Holders) != 0) u += term.Utility;
            terms = terms[option.CrossSells..];
            worth[k] = u;
        }
    }

    private static float Best(ReadOnlySpan<float> worth)
    {
        var best = worth[0];
        foreach (var u in worth) best = u > best ? u : best;
        return best;
    }

    /// <summary>Running totals of the alternatives' odds.</summary>
    private static float Accumulate(Span<float> worth, float best)
    {
        var total = 0f;
        for (var k = 0; k < worth.Length; k++) worth[k] = total += ExactMathF.Exp2(worth[k] - best);
        return total;
    }

    private static bool Runs(ChoiceTerms terms, int option, byte product) =>
        terms.Options[option].Code == product && !(terms.HasNone && option == terms.OptionCount - 1);
}
