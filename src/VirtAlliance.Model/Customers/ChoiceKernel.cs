using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Customers;

/// <summary>The choices of 64 customers at a time, two groups of sixteen in flight. Lane by lane what <see cref="ScalarChoice"/> gives.</summary>
/// <remarks>Holds pointers into <paramref name="terms"/> and <paramref name="worth"/>: to be used only while both live.</remarks>
/// <param name="terms">The segment's choice.</param>
/// <param name="worth">Room for 32 floats per alternative, 64-byte aligned.</param>
internal readonly unsafe struct ChoiceKernel(ChoiceTerms terms, float* worth)
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
    private readonly bool _openness = terms.OpennessVaries;
    private readonly float* _exp2 = terms.Exp2;
    private readonly bool _bounded = terms.IsBounded;
    private readonly bool _reach = terms.ReachVaries;
    private readonly CrossSellTerm* _crossSells = terms.PinnedCrossSells;
    private readonly byte* _technologies = terms.PinnedTechnologies;

    /// <summary>Bytes of <c>worth</c> that a choice among <paramref name="options"/> needs.</summary>
    public static int WorthBytes(int options) => options * Pair * sizeof(float);

    /// <summary>Number of the alternative that each customer of a tile picks.</summary>
    public void Choose(in TileColumns tile, float* uniforms, byte* chosen)
    {
        if (_priceSpread != 0) Choose<With>(tile, uniforms, chosen);
        else Choose<Without>(tile, uniforms, chosen);
    }

    private void Choose<TPrice>(in TileColumns tile, float* uniforms, byte* chosen) where TPrice : struct, IFeature
    {
        if (_openness) Choose<TPrice, With>(tile, uniforms, chosen);
        else Choose<TPrice, Without>(tile, uniforms, chosen);
    }

    private void Choose<TPrice, TOpenness>(in TileColumns tile, float* uniforms, byte* chosen)
        where TPrice : struct, IFeature
        where TOpenness : struct, IFeature
    {
        if (_bounded) ChoosePairs<TPrice, TOpenness, With>(tile, uniforms, chosen);
        else ChoosePairs<TPrice, TOpenness, Without>(tile, uniforms, chosen);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ChoosePairs<TPrice, TOpenness, TBounded>(in TileColumns tile, float* uniforms, byte* chosen)
        where TPrice : struct, IFeature
        where TOpenness : struct, IFeature
        where TBounded : struct, IFeature
    {
        unchecked
        {
            for (var first = 0; first < BlockLayout.TileSize; first += Pair)
            {
                Weigh<TPrice, TOpenness, TBounded>(tile, first, out var a, out var b);
                if (!TBounded.Used) Accumulate(a, b, out a, out b);
                Pick(a * Vector512.LoadAligned(uniforms + first), b * Vector512.LoadAligned(uniforms + first + Lanes), chosen + first);
            }
        }
    }

    /// <summary>Each alternative's worth, and the best; or, where worths are bounded, the running totals of odds, and the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Weigh<TPrice, TOpenness, TBounded>(in TileColumns tile, int first, out Vector512<float> resultA, out Vector512<float> resultB)
        where TPrice : struct, IFeature
        where TOpenness : struct, IFeature
        where TBounded : struct, IFeature
    {
        unchecked
        {
            Vector512<float> sensitivityA = default, sensitivityB = default, z3A = default, z3B = default;
            if (TPrice.Used)
            {
                Steps(tile.Z1 + first, out sensitivityA, out sensitivityB);
                sensitivityA *= Vector512.Create(_priceSpread);
                sensitivityB *= Vector512.Create(_priceSpread);
                sensitivityA = TBounded.Used ? ExactMath16.Exp2InRange(sensitivityA) : ExactMath16.Exp2(sensitivityA);
                sensitivityB = TBounded.Used ? ExactMath16.Exp2InRange(sensitivityB) : ExactMath16.Exp2(sensitivityB);
            }
            Steps(tile.Z2 + first, out var z2A, out var z2B);
            if (TOpenness.Used) Steps(tile.Z3 + first, out z3A, out z3B);
            Switching(tile, first, out var switchingA, out var switchingB);
            Codes(tile.Products + first, out var productA, out var productB);

            Vector512<int> heldA = default, heldB = default, technologyA = default, technologyB = default;
            if (_crossSells != null) Codes(tile.Franchises + first, out heldA, out heldB);
            if (_technologies != null) Technologies(tile.Products + first, out technologyA, out technologyB);
            var term = _crossSells;
            var reach = _reach;

            var toWhole = Vector512.Create(_exp2[0]);
            var e5 = Vector512.Create(_exp2[1]);
            var e4 = Vector512.Create(_exp2[2]);
            var e3 = Vector512.Create(_exp2[3]);
            var e2 = Vector512.Create(_exp2[4]);
            var e1 = Vector512.Create(_exp2[5]);
            var e0 = Vector512.Create(_exp2[6]);
            var option = _options;
            var worth = _worth;
            var end = option + _products;
            var a = TBounded.Used || _products < _count ? Vector512<float>.Zero : Vector512.Create(float.NegativeInfinity);
            var b = a;
            for (; option < end; option++, worth += Pair)
            {
                var uA = Vector512.Create(option->Base);
                var uB = uA;
                if (TPrice.Used)
                {
                    var price = Vector512.Create(option->Price);
                    uA = Vector512.FusedMultiplyAdd(sensitivityA, price, uA);
                    uB = Vector512.FusedMultiplyAdd(sensitivityB, price, uB);
                }
                var quality = Vector512.Create(option->Quality);
                uA = Vector512.FusedMultiplyAdd(z2A, quality, uA);
                uB = Vector512.FusedMultiplyAdd(z2B, quality, uB);
                if (TOpenness.Used)
                {
                    var openness = Vector512.Create(option->Openness);
                    uA = Vector512.FusedMultiplyAdd(z3A, openness, uA);
                    uB = Vector512.FusedMultiplyAdd(z3B, openness, uB);
                }
                var code = Vector512.Create(option->Code);
                var runsA = Vector512.Equals(productA, code).AsSingle();
                var runsB = Vector512.Equals(productB, code).AsSingle();
                if (option->Saved != 0)
                {
                    var technology = Vector512.Create(option->Technology);
                    var saved = Vector512.Create(option->Saved);
                    uA = Vector512.ConditionalSelect(Vector512.AndNot(Vector512.Equals(technologyA, technology).AsSingle(), runsA), Vector512.FusedMultiplyAdd(switchingA, saved, uA), uA);
                    uB = Vector512.ConditionalSelect(Vector512.AndNot(Vector512.Equals(technologyB, technology).AsSingle(), runsB), Vector512.FusedMultiplyAdd(switchingB, saved, uB), uB);
                }
                uA = Vector512.ConditionalSelect(runsA, uA + switchingA, uA);
                uB = Vector512.ConditionalSelect(runsB, uB + switchingB, uB);
                if (reach)
                {
                    var stay = Vector512.Create(option->Stay);
                    uA = Vector512.ConditionalSelect(runsA, uA + stay, uA);
                    uB = Vector512.ConditionalSelect(runsB, uB + stay, uB);
                }
                for (var left = option->CrossSells; left > 0; left--, term++)
                {
                    var bit = Vector512.Create(term->Holders);
                    var utility = Vector512.Create(term->Utility);
                    uA = Vector512.ConditionalSelect(Vector512.Equals(heldA & bit, bit).AsSingle(), uA + utility, uA);
                    uB = Vector512.ConditionalSelect(Vector512.Equals(heldB & bit, bit).AsSingle(), uB + utility, uB);
                }
                if (TBounded.Used)
                {
                    a += ExactMath16.Exp2InRange(uA, toWhole, e5, e4, e3, e2, e1, e0);
                    b += ExactMath16.Exp2InRange(uB, toWhole, e5, e4, e3, e2, e1, e0);
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
            if (_products < _count)
            {
                if (TBounded.Used)
                {
                    a += e0;
                    b += e0;
                }
                else
                {
                    Vector512<float>.Zero.StoreAligned(worth);
                    Vector512<float>.Zero.StoreAligned(worth + Lanes);
                }
            }
            resultA = a;
            resultB = b;
        }
    }

    /// <summary>Worths become running totals of odds, the best one's being 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accumulate(Vector512<float> bestA, Vector512<float> bestB, out Vector512<float> totalA, out Vector512<float> totalB)
    {
        unchecked
        {
            var toWhole = Vector512.Create(_exp2[0]);
            var e5 = Vector512.Create(_exp2[1]);
            var e4 = Vector512.Create(_exp2[2]);
            var e3 = Vector512.Create(_exp2[3]);
            var e2 = Vector512.Create(_exp2[4]);
            var e1 = Vector512.Create(_exp2[5]);
            var e0 = Vector512.Create(_exp2[6]);
            var lowest = Vector512.Create(_exp2[7]).AsUInt32();
            var a = Vector512<float>.Zero;
            var b = a;
            var end = _worth + _count * Pair;
            for (var worth = _worth; worth < end; worth += Pair)
            {
                var uA = Vector512.Min((Vector512.LoadAligned(worth) - bestA).AsUInt32(), lowest).AsSingle();
                var uB = Vector512.Min((Vector512.LoadAligned(worth + Lanes) - bestB).AsUInt32(), lowest).AsSingle();
                a += ExactMath16.Exp2InRange(uA, toWhole, e5, e4, e3, e2, e1, e0);
                b += ExactMath16.Exp2InRange(uB, toWhole, e5, e4, e3, e2, e1, e0);
                a.StoreAligned(worth);
                b.StoreAligned(worth + Lanes);
            }
            totalA = a;
            totalB = b;
        }
    }

    /// <summary>The first alternative whose running total exceeds the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pick(Vector512<float> boundA, Vector512<float> boundB, byte* chosen)
    {
        unchecked
        {
            var codeA = Vector512.Create(_options->Code);
            var codeB = codeA;
            var worth = _worth;
            var end = _options + _count - 1;
            for (var option = _options; option < end; option++, worth += Pair)
            {
                var step = Vector512.Create(option->Step);
                codeA = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.LoadAligned(worth), boundA).AsInt32(), codeA + step, codeA);
                codeB = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.LoadAligned(worth + Lanes), boundB).AsInt32(), codeB + step, codeB);
            }
            var narrow = Vector512.Narrow(codeA, codeB);
            Vector256.Narrow(narrow.GetLower(), narrow.GetUpper()).AsByte().Store(chosen);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Switching(in TileColumns tile, int first, out Vector512<float> a, out Vector512<float> b)
    {
        a = b = Vector512.Create(_switching);
        if (_switchingSpread != 0)
        {
            Steps(unchecked(tile.Z4 + first), out var z4A, out var z4B);
            a = Vector512.FusedMultiplyAdd(z4A, Vector512.Create(_switchingSpread), a);
            b = Vector512.FusedMultiplyAdd(z4B, Vector512.Create(_switchingSpread), b);
        }
        a = ExactMath16.Larger(a, Vector512<float>.Zero);
        b = ExactMath16.Larger(b, Vector512<float>.Zero);
    }

    /// <summary>Two groups' tastes, in steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Steps(short* from, out Vector512<float> a, out Vector512<float> b)
    {
        var steps = Vector512.Load(from);
        a = Vector512.ConvertToSingle(Vector512.WidenLower(steps));
        b = Vector512.ConvertToSingle(Vector512.WidenUpper(steps));
    }

    /// <summary>Two groups' bytes, as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Codes(byte* from, out Vector512<int> a, out Vector512<int> b)
    {
        var codes = Vector512.WidenLower(Vector256.Load(from).ToVector512Unsafe());
        a = Vector512.WidenLower(codes).AsInt32();
        b = Vector512.WidenUpper(codes).AsInt32();
    }

    /// <summary>Two groups' technologies, by their products.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Technologies(byte* products, out Vector512<int> a, out Vector512<int> b)
    {
        unchecked
        {
            var technologies = stackalloc byte[Pair];
            for (var lane = 0; lane < Pair; lane++) technologies[lane] = _technologies[products[lane]];
            Codes(technologies, out a, out b);
        }
    }
}
