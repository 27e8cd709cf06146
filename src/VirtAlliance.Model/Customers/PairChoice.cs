using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Customers;

/// <summary>The kernel: choices of 32 customers at a time, two vectors of sixteen in flight.</summary>
/// <param name="terms">The segment's choice.</param>
/// <param name="worth">Room for 32 floats per alternative, 64-byte aligned.</param>
internal readonly unsafe struct PairChoice(ChoiceTerms terms, float* worth)
{
    private const int Pair = 2 * Lanes;
    private const int Lanes = 16;
    private readonly ChoiceOption* _options = terms.Pinned;
    private readonly float* _worth = worth;
    private readonly int _count = terms.OptionCount;
    private readonly int _products = terms.OptionCount - (terms.HasNone ? 1 : 0);
    private readonly float _switching = terms.Switching;
    private readonly float _switchingSpread = terms.SwitchingSpread;
    private readonly float _priceSpread = terms.PriceSpread;
    private readonly float* _exp2 = terms.Exp2;
    private readonly CrossSellTerm* _crossSells = terms.PinnedCrossSells;
    private readonly byte* _technologies = terms.PinnedTechnologies;

    /// <summary>Bytes of <c>worth</c> that a choice among <paramref name="options"/> needs.</summary>
    public static int WorthBytes(int options) => options * Pair * sizeof(float);

    /// <summary>Number of the alternative that each customer of the tiles picks.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Choose<TFeatures>(in TileBatch batch) where TFeatures : struct, IChoiceFeatures
    {
        unchecked
        {
            ref readonly var columns = ref batch.Columns;
            var z1 = columns.Z1;
            var z2 = columns.Z2;
            var z3 = columns.Z3;
            var z4 = columns.Z4;
            var products = columns.Products;
            var franchises = columns.Franchises;
            var positions = batch.Positions;
            var uniforms = batch.Uniforms;
            var chosen = batch.Chosen;
            var exp2 = Exp2Lanes.Load(_exp2);
            var firstOption = _options;
            var endOfProducts = _options + _products;
            var lastOption = _options + _count - 1;
            var firstWorth = _worth;
            var hasNone = _products < _count;
            var technologies = stackalloc byte[TFeatures.Portability ? BlockLayout.TileSize : 0];
            for (var end = chosen + batch.Count * BlockLayout.TileSize; chosen < end; positions++)
            {
            if (TFeatures.Portability) TileLanes.Look(_technologies, products + *positions, technologies);
            for (var half = 0; half < 2; half++, uniforms += Pair, chosen += Pair)
            {
                var at = *positions + half * Pair;
                Vector512<float> sensitivityA = default, sensitivityB = default, z3A = default, z3B = default;
                if (TFeatures.Sensitivity)
                {
                    var spread = Vector512.Create(_priceSpread);
                    sensitivityA = TFeatures.Bounded ? exp2.InRange(TileLanes.Steps(z1 + at) * spread) : ExactMath16.Exp2(TileLanes.Steps(z1 + at) * spread);
                    sensitivityB = TFeatures.Bounded ? exp2.InRange(TileLanes.Steps(z1 + at + Lanes) * spread) : ExactMath16.Exp2(TileLanes.Steps(z1 + at + Lanes) * spread);
                }
                var z2A = TileLanes.Steps(z2 + at);
                var z2B = TileLanes.Steps(z2 + at + Lanes);
                if (TFeatures.Openness)
                {
                    z3A = TileLanes.Steps(z3 + at);
                    z3B = TileLanes.Steps(z3 + at + Lanes);
                }
                var switchingSpread = Vector512.Create(_switchingSpread);
                var switching = Vector512.Create(_switching);
                var switchingA = ExactMath16.Larger(Vector512.FusedMultiplyAdd(TileLanes.Steps(z4 + at), switchingSpread, switching), Vector512<float>.Zero);
                var switchingB = ExactMath16.Larger(Vector512.FusedMultiplyAdd(TileLanes.Steps(z4 + at + Lanes), switchingSpread, switching), Vector512<float>.Zero);
                var productA = TileLanes.Codes(products + at);
                var productB = TileLanes.Codes(products + at + Lanes);
                Vector512<int> heldA = default, heldB = default;
                if (TFeatures.CrossSells)
                {
                    heldA = TileLanes.Codes(franchises + at);
                    heldB = TileLanes.Codes(franchises + at + Lanes);
                }
                Vector512<int> technologyA = default, technologyB = default;
                if (TFeatures.Portability)
                {
                    technologyA = TileLanes.Codes(technologies + half * Pair);
                    technologyB = TileLanes.Codes(technologies + half * Pair + Lanes);
                }
                var term = _crossSells;
                var worth = firstWorth;
                var a = TFeatures.Bounded || hasNone ? Vector512<float>.Zero : Vector512.Create(float.NegativeInfinity);
                var b = a;
                for (var option = firstOption; option < endOfProducts; option++, worth += Pair)
                {
                    var uA = Vector512.Create(option->Base);
                    var uB = uA;
                    if (TFeatures.Sensitivity)
                    {
                        var price = Vector512.Create(option->Price);
                        uA = Vector512.FusedMultiplyAdd(sensitivityA, price, uA);
                        uB = Vector512.FusedMultiplyAdd(sensitivityB, price, uB);
                    }
                    var quality = Vector512.Create(option->Quality);
                    uA = Vector512.FusedMultiplyAdd(z2A, quality, uA);
                    uB = Vector512.FusedMultiplyAdd(z2B, quality, uB);
                    if (TFeatures.Openness)
                    {
                        var openness = Vector512.Create(option->Openness);
                        uA = Vector512.FusedMultiplyAdd(z3A, openness, uA);
                        uB = Vector512.FusedMultiplyAdd(z3B, openness, uB);
                    }
                    var (othersA, othersB) = (uA, uB);
                    if (TFeatures.Portability)
                    {
                        var technology = Vector512.Create(option->Technology);
                        var saved = Vector512.Create(option->Saved);
                        othersA = Vector512.ConditionalSelect(Vector512.Equals(technologyA, technology).AsSingle(), Vector512.FusedMultiplyAdd(switchingA, saved, uA), uA);
                        othersB = Vector512.ConditionalSelect(Vector512.Equals(technologyB, technology).AsSingle(), Vector512.FusedMultiplyAdd(switchingB, saved, uB), uB);
                    }
                    var code = Vector512.Create(option->Code);
                    if (TFeatures.Reach)
                    {
                        var stay = Vector512.Create(option->Stay);
                        uA = Vector512.ConditionalSelect(Vector512.Equals(productA, code).AsSingle(), uA + switchingA + stay, othersA);
                        uB = Vector512.ConditionalSelect(Vector512.Equals(productB, code).AsSingle(), uB + switchingB + stay, othersB);
                    }
                    else
                    {
                        uA = Vector512.ConditionalSelect(Vector512.Equals(productA, code).AsSingle(), uA + switchingA, othersA);
                        uB = Vector512.ConditionalSelect(Vector512.Equals(productB, code).AsSingle(), uB + switchingB, othersB);
                    }
                    if (TFeatures.CrossSells)
                        for (var left = option->CrossSells; left > 0; left--, term++)
                        {
                            var bit = Vector512.Create(term->Holders);
                            var utility = Vector512.Create(term->Utility);
                            uA = Vector512.ConditionalSelect(Vector512.Equals(heldA & bit, Vector512<int>.Zero).AsSingle(), uA, uA + utility);
                            uB = Vector512.ConditionalSelect(Vector512.Equals(heldB & bit, Vector512<int>.Zero).AsSingle(), uB, uB + utility);
                        }
                    if (TFeatures.Bounded)
                    {
                        a += exp2.InRange(uA);
                        b += exp2.InRange(uB);
                        a.StoreAligned(worth);
                        b.StoreAligned(worth + Lanes);
                    }
                    else
                    {
                        a = ExactMath16.Larger(uA, a);
                        b = ExactMath16.Larger(uB, b);
                        uA.StoreAligned(worth);
                        uB.StoreAligned(worth + Lanes);
                    }
                }
                if (hasNone)
                {
                    if (TFeatures.Bounded)
                    {
                        a += Vector512.Create(1f);
                        b += Vector512.Create(1f);
                    }
                    else
                    {
                        Vector512<float>.Zero.StoreAligned(worth);
                        Vector512<float>.Zero.StoreAligned(worth + Lanes);
                    }
                }
                if (!TFeatures.Bounded) Accumulate(exp2, a, b, out a, out b);
                a *= Vector512.LoadAligned(uniforms);
                b *= Vector512.LoadAligned(uniforms + Lanes);
                var codeA = Vector512.Create(firstOption->Code);
                var codeB = codeA;
                worth = firstWorth;
                for (var option = firstOption; option < lastOption; option++, worth += Pair)
                {
                    var step = Vector512.Create(option->Step);
                    codeA = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.LoadAligned(worth), a).AsInt32(), codeA + step, codeA);
                    codeB = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.LoadAligned(worth + Lanes), b).AsInt32(), codeB + step, codeB);
                }
                TileLanes.Store(codeA, chosen);
                TileLanes.Store(codeB, chosen + Lanes);
            }
            }
        }
    }

    /// <summary>Worths become running totals of odds, the best one's being 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accumulate(in Exp2Lanes exp2, Vector512<float> bestA, Vector512<float> bestB, out Vector512<float> totalA, out Vector512<float> totalB)
    {
        unchecked
        {
            var lowest = Vector512.Create(-ExactMathF.LargestExponent).AsUInt32();
            var a = Vector512<float>.Zero;
            var b = a;
            var end = _worth + _count * Pair;
            for (var worth = _worth; worth < end; worth += Pair)
            {
                a += exp2.InRange(Vector512.Min((Vector512.LoadAligned(worth) - bestA).AsUInt32(), lowest).AsSingle());
                b += exp2.InRange(Vector512.Min((Vector512.LoadAligned(worth + Lanes) - bestB).AsUInt32(), lowest).AsSingle());
                a.StoreAligned(worth);
                b.StoreAligned(worth + Lanes);
            }
            totalA = a;
            totalB = b;
        }
    }
}
