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
    private readonly ChoiceTerms _terms = terms;
    private readonly ChoiceOption* _options = terms.Pinned;
    private readonly float* _worth = worth;
    private readonly int _count = terms.OptionCount;
    private readonly int _products = terms.OptionCount - (terms.HasNone ? 1 : 0);
    private readonly float _switching = terms.Switching;
    private readonly float _switchingSpread = terms.SwitchingSpread;
    private readonly float _priceSpread = terms.PriceSpread;
    private readonly bool _openness = terms.OpennessVaries;
    private readonly bool _adjusted = terms.CrossSellCount + terms.PortabilityCount > 0;

    /// <summary>Bytes of <c>worth</c> that a choice among <paramref name="options"/> needs.</summary>
    public static int WorthBytes(int options) => options * Pair * sizeof(float);

    /// <summary>Number of the alternative that each customer of a tile picks.</summary>
    public void Choose(in TileColumns tile, float* uniforms, byte* chosen)
    {
        for (var first = 0; first < BlockLayout.TileSize; first += Pair)
        {
            if (_priceSpread != 0)
            {
                if (_openness) ChoosePair<With, With>(tile, first, uniforms + first, chosen + first);
                else ChoosePair<With, Without>(tile, first, uniforms + first, chosen + first);
            }
            else if (_openness) ChoosePair<Without, With>(tile, first, uniforms + first, chosen + first);
            else ChoosePair<Without, Without>(tile, first, uniforms + first, chosen + first);
        }
    }

    private void ChoosePair<TPrice, TOpenness>(in TileColumns tile, int first, float* uniforms, byte* chosen)
        where TPrice : struct, IFeature
        where TOpenness : struct, IFeature
    {
        Weigh<TPrice, TOpenness>(tile, first, out var bestA, out var bestB);
        if (_adjusted) Adjust(tile, first, out bestA, out bestB);
        Accumulate(bestA, bestB, out var totalA, out var totalB);
        Pick(totalA * Vector512.LoadAligned(uniforms), totalB * Vector512.LoadAligned(uniforms + Lanes), chosen);
    }

    /// <summary>Each alternative's worth, and the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Weigh<TPrice, TOpenness>(in TileColumns tile, int first, out Vector512<float> bestA, out Vector512<float> bestB)
        where TPrice : struct, IFeature
        where TOpenness : struct, IFeature
    {
        unchecked
        {
            Vector512<float> sensitivityA = default, sensitivityB = default, z3A = default, z3B = default;
            if (TPrice.Used)
            {
                Steps(tile.Z1 + first, out sensitivityA, out sensitivityB);
                sensitivityA = ExactMath16.Exp2(sensitivityA * Vector512.Create(_priceSpread));
                sensitivityB = ExactMath16.Exp2(sensitivityB * Vector512.Create(_priceSpread));
            }
            Steps(tile.Z2 + first, out var z2A, out var z2B);
            if (TOpenness.Used) Steps(tile.Z3 + first, out z3A, out z3B);
            Switching(tile, first, out var switchingA, out var switchingB);
            Codes(tile.Products + first, out var productA, out var productB);

            var option = _options;
            var worth = _worth;
            var end = option + _products;
            bestA = bestB = Vector512.Create(_products < _count ? 0f : float.NegativeInfinity);
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
                var stay = Vector512.Create(option->Stay);
                var code = Vector512.Create(option->Code);
                uA = Vector512.ConditionalSelect(Vector512.Equals(productA, code).AsSingle(), uA + (switchingA + stay), uA);
                uB = Vector512.ConditionalSelect(Vector512.Equals(productB, code).AsSingle(), uB + (switchingB + stay), uB);
                bestA = Vector512.ConditionalSelect(Vector512.GreaterThan(uA, bestA), uA, bestA);
                bestB = Vector512.ConditionalSelect(Vector512.GreaterThan(uB, bestB), uB, bestB);
                uA.StoreAligned(worth);
                uB.StoreAligned(worth + Lanes);
            }
            if (_products < _count)
            {
                Vector512<float>.Zero.StoreAligned(worth);
                Vector512<float>.Zero.StoreAligned(worth + Lanes);
            }
        }
    }

    /// <summary>What only some alternatives and customers have: portability, then cross-selling; the best is found anew.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Adjust(in TileColumns tile, int first, out Vector512<float> bestA, out Vector512<float> bestB)
    {
        unchecked
        {
            if (_terms.PortabilityCount > 0) SavePortable(tile, first);
            Codes(tile.Franchises + first, out var heldA, out var heldB);
            foreach (var term in _terms.CrossSells)
            {
                var worth = _worth + term.Option * Pair;
                var bit = Vector512.Create(term.Holders);
                var utility = Vector512.Create(term.Utility);
                Raise(worth, Vector512.Equals(heldA & bit, bit), utility);
                Raise(worth + Lanes, Vector512.Equals(heldB & bit, bit), utility);
            }
            bestA = bestB = Vector512.Create(float.NegativeInfinity);
            for (var k = 0; k < _count; k++)
            {
                var uA = Vector512.LoadAligned(_worth + k * Pair);
                var uB = Vector512.LoadAligned(_worth + k * Pair + Lanes);
                bestA = Vector512.ConditionalSelect(Vector512.GreaterThan(uA, bestA), uA, bestA);
                bestB = Vector512.ConditionalSelect(Vector512.GreaterThan(uB, bestB), uB, bestB);
            }
        }
    }

    private void SavePortable(in TileColumns tile, int first)
    {
        unchecked
        {
            var technologies = stackalloc byte[Pair];
            for (var lane = 0; lane < Pair; lane++) technologies[lane] = _terms.Technologies[tile.Products[first + lane]];
            Codes(technologies, out var technologyA, out var technologyB);
            Codes(tile.Products + first, out var productA, out var productB);
            Switching(tile, first, out var switchingA, out var switchingB);
            foreach (var term in _terms.Portabilities)
            {
                var worth = _worth + term.Option * Pair;
                var technology = Vector512.Create(term.Technology);
                var code = Vector512.Create(_options[term.Option].Code);
                var saved = Vector512.Create(term.Saved);
                Save(worth, Vector512.AndNot(Vector512.Equals(technologyA, technology), Vector512.Equals(productA, code)), switchingA, saved);
                Save(worth + Lanes, Vector512.AndNot(Vector512.Equals(technologyB, technology), Vector512.Equals(productB, code)), switchingB, saved);
            }
        }
    }

    private static void Save(float* worth, Vector512<int> who, Vector512<float> switching, Vector512<float> saved)
    {
        var u = Vector512.LoadAligned(worth);
        Vector512.ConditionalSelect(who.AsSingle(), Vector512.FusedMultiplyAdd(switching, saved, u), u).StoreAligned(worth);
    }

    private static void Raise(float* worth, Vector512<int> who, Vector512<float> utility)
    {
        var u = Vector512.LoadAligned(worth);
        Vector512.ConditionalSelect(who.AsSingle(), u + utility, u).StoreAligned(worth);
    }

    /// <summary>Worths become running totals of odds, the best one's being 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accumulate(Vector512<float> bestA, Vector512<float> bestB, out Vector512<float> totalA, out Vector512<float> totalB)
    {
        unchecked
        {
            totalA = totalB = Vector512<float>.Zero;
            var end = _worth + _count * Pair;
            for (var worth = _worth; worth < end; worth += Pair)
            {
                totalA += ExactMath16.Exp2OfNonPositive(Vector512.LoadAligned(worth) - bestA);
                totalB += ExactMath16.Exp2OfNonPositive(Vector512.LoadAligned(worth + Lanes) - bestB);
                totalA.StoreAligned(worth);
                totalB.StoreAligned(worth + Lanes);
            }
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
            Steps(tile.Z4 + first, out var z4A, out var z4B);
            a = Vector512.FusedMultiplyAdd(z4A, Vector512.Create(_switchingSpread), a);
            b = Vector512.FusedMultiplyAdd(z4B, Vector512.Create(_switchingSpread), b);
        }
        a = Vector512.ConditionalSelect(Vector512.GreaterThan(a, Vector512<float>.Zero), a, Vector512<float>.Zero);
        b = Vector512.ConditionalSelect(Vector512.GreaterThan(b, Vector512<float>.Zero), b, Vector512<float>.Zero);
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
}
