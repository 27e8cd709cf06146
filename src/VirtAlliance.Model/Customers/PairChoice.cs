using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Customers;

/// <summary>The kernel: choices of 32 customers at a time, two vectors of sixteen (a and b) in flight.</summary>
/// <remarks>What is written out for a and b alike must stay so: vectors in a struct of their own would go through memory.</remarks>
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
            var exp2 = Exp2Lanes.Load(_exp2);
            var technologies = stackalloc byte[TFeatures.Portability ? BlockLayout.TileSize : 0];
            var positions = batch.Positions;
            var uniforms = batch.Uniforms;
            var chosen = batch.Chosen;
            for (var end = chosen + batch.Count * BlockLayout.TileSize; chosen < end; positions++)
            {
                if (TFeatures.Portability) TileLanes.Look(_technologies, batch.Columns.Products + *positions, technologies);
                for (var half = 0; half < 2; half++, uniforms += Pair, chosen += Pair)
                {
                    Weigh<TFeatures>(batch.Columns, *positions + half * Pair, technologies + half * Pair, exp2, out var a, out var b);
                    Pick(a * Vector512.LoadAligned(uniforms), b * Vector512.LoadAligned(uniforms + Lanes), chosen);
                }
            }
        }
    }

    /// <summary>Running totals of the alternatives' odds, in <c>worth</c>; the last ones are returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Weigh<TFeatures>(in TileColumns columns, int at, byte* technologies, in Exp2Lanes exp2, out Vector512<float> totalA, out Vector512<float> totalB)
        where TFeatures : struct, IChoiceFeatures
    {
        unchecked
        {
            var sensitivityA = Sensitivity<TFeatures>(columns.Z1 + at, exp2);
            var sensitivityB = Sensitivity<TFeatures>(columns.Z1 + at + Lanes, exp2);
            var qualityA = TileLanes.Steps(columns.Z2 + at);
            var qualityB = TileLanes.Steps(columns.Z2 + at + Lanes);
            var opennessA = TFeatures.Openness ? TileLanes.Steps(columns.Z3 + at) : default;
            var opennessB = TFeatures.Openness ? TileLanes.Steps(columns.Z3 + at + Lanes) : default;
            var switchingA = Switching(columns.Z4 + at);
            var switchingB = Switching(columns.Z4 + at + Lanes);
            var productA = TileLanes.Codes(columns.Products + at);
            var productB = TileLanes.Codes(columns.Products + at + Lanes);
            var heldA = TFeatures.CrossSells ? TileLanes.Codes(columns.Franchises + at) : default;
            var heldB = TFeatures.CrossSells ? TileLanes.Codes(columns.Franchises + at + Lanes) : default;
            var technologyA = TFeatures.Portability ? TileLanes.Codes(technologies) : default;
            var technologyB = TFeatures.Portability ? TileLanes.Codes(technologies + Lanes) : default;
            var hasNone = _products < _count;
            var a = TFeatures.Bounded || hasNone ? Vector512<float>.Zero : Vector512.Create(float.NegativeInfinity);
            var b = a;
            var term = _crossSells;
            var to = _worth;
            for (ChoiceOption* option = _options, end = _options + _products; option < end; option++, to += Pair)
            {
                var uA = Worth<TFeatures>(option, sensitivityA, qualityA, opennessA);
                var uB = Worth<TFeatures>(option, sensitivityB, qualityB, opennessB);
                uA = Switched<TFeatures>(option, uA, switchingA, productA, technologyA);
                uB = Switched<TFeatures>(option, uB, switchingB, productB, technologyB);
                if (TFeatures.CrossSells)
                    for (var left = option->CrossSells; left > 0; left--, term++)
                    {
                        uA = Sold(term, uA, heldA);
                        uB = Sold(term, uB, heldB);
                    }
                a = TFeatures.Bounded ? a + exp2.InRange(uA) : ExactMath16.Larger(uA, a);
                b = TFeatures.Bounded ? b + exp2.InRange(uB) : ExactMath16.Larger(uB, b);
                (TFeatures.Bounded ? a : uA).StoreAligned(to);
                (TFeatures.Bounded ? b : uB).StoreAligned(to + Lanes);
            }
            totalA = a;
            totalB = b;
            if (TFeatures.Bounded && hasNone)
            {
                totalA += Vector512<float>.One;
                totalB += Vector512<float>.One;
            }
            if (TFeatures.Bounded) return;
            if (hasNone)
            {
                Vector512<float>.Zero.StoreAligned(to);
                Vector512<float>.Zero.StoreAligned(to + Lanes);
            }
            Accumulate(exp2, a, b, out totalA, out totalB);
        }
    }

    /// <summary>Relative sensitivity to prices, exp(σ_a z₁).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Sensitivity<TFeatures>(short* z1, in Exp2Lanes exp2) where TFeatures : struct, IChoiceFeatures
    {
        if (!TFeatures.Sensitivity) return default;
        var power = TileLanes.Steps(z1) * Vector512.Create(_priceSpread);
        return TFeatures.Bounded ? exp2.InRange(power) : ExactMath16.Exp2(power);
    }

    /// <summary>κ, never negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Switching(short* z4) =>
        ExactMath16.Larger(Vector512.FusedMultiplyAdd(TileLanes.Steps(z4), Vector512.Create(_switchingSpread), Vector512.Create(_switching)), Vector512<float>.Zero);

    /// <summary>What an alternative is worth to customers whatever they run and hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Worth<TFeatures>(ChoiceOption* option, Vector512<float> sensitivity, Vector512<float> quality, Vector512<float> openness)
        where TFeatures : struct, IChoiceFeatures
    {
        var u = Vector512.Create(option->Base);
        if (TFeatures.Sensitivity) u = Vector512.FusedMultiplyAdd(sensitivity, Vector512.Create(option->Price), u);
        u = Vector512.FusedMultiplyAdd(quality, Vector512.Create(option->Quality), u);
        return TFeatures.Openness ? Vector512.FusedMultiplyAdd(openness, Vector512.Create(option->Openness), u) : u;
    }

    /// <summary>More to those who run it, and somewhat more to those who run another product of its technology.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Switched<TFeatures>(
        ChoiceOption* option, Vector512<float> u, Vector512<float> switching, Vector512<int> product, Vector512<int> technology)
        where TFeatures : struct, IChoiceFeatures
    {
        var others = u;
        if (TFeatures.Portability)
            others = Vector512.ConditionalSelect(
                Vector512.Equals(technology, Vector512.Create(option->Technology)).AsSingle(), Vector512.FusedMultiplyAdd(switching, Vector512.Create(option->Saved), u), u);
        var stays = u + switching;
        if (TFeatures.Reach) stays += Vector512.Create(option->Stay);
        return Vector512.ConditionalSelect(Vector512.Equals(product, Vector512.Create(option->Code)).AsSingle(), stays, others);
    }

    /// <summary>More to those who hold the franchise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Sold(CrossSellTerm* term, Vector512<float> u, Vector512<int> held) => Vector512.ConditionalSelect(
        Vector512.Equals(held & Vector512.Create(term->Holders), Vector512<int>.Zero).AsSingle(), u, u + Vector512.Create(term->Utility));

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

    /// <summary>The first alternative whose running total exceeds the mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pick(Vector512<float> markA, Vector512<float> markB, byte* chosen)
    {
        unchecked
        {
            var codeA = Vector512.Create(_options->Code);
            var codeB = codeA;
            var worth = _worth;
            for (ChoiceOption* option = _options, last = _options + _count - 1; option < last; option++, worth += Pair)
            {
                var step = Vector512.Create(option->Step);
                codeA = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.LoadAligned(worth), markA).AsInt32(), codeA + step, codeA);
                codeB = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.LoadAligned(worth + Lanes), markB).AsInt32(), codeB + step, codeB);
            }
            TileLanes.Store(codeA, chosen);
            TileLanes.Store(codeB, chosen + Lanes);
        }
    }
}
