using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Customers;

/// <summary>A segment's choice in one quarter, as the kernel wants it: one row per product on offer, in the market's order, then none.</summary>
/// <remarks>Made once per block and written anew each quarter, so that choosing allocates nothing.</remarks>
internal sealed class ChoiceTerms
{
    private const int NoTechnology = 255;
    private const float BoundedWorth = 96;
    private const float LargestTaste = 5.8f * 4096;

    private readonly float[] _exp2 = GC.AllocateArray<float>(8, pinned: true);
    private readonly ChoiceOption[] _options;
    private readonly CrossSellTerm[] _crossSells;

    /// <param name="products">Products of the market.</param>
    /// <param name="franchises">Franchises of the market.</param>
    public ChoiceTerms(int products, int franchises)
    {
        _options = GC.AllocateArray<ChoiceOption>(products + 1, pinned: true);
        _crossSells = GC.AllocateArray<CrossSellTerm>(products * franchises, pinned: true);
        ReadOnlySpan<float> exp2 =
        [
            ExactMathF.ToWhole, ExactMathF.E5, ExactMathF.E4, ExactMathF.E3, ExactMathF.E2, ExactMathF.E1, 1f, -ExactMathF.LargestExponent,
        ];
        exp2.CopyTo(_exp2);
        Array.Fill(Technologies, (byte)NoTechnology);
    }

    /// <summary>The alternatives.</summary>
    public Span<ChoiceOption> Options => _options.AsSpan(0, OptionCount);

    /// <summary>In order of option, then franchise.</summary>
    public ReadOnlySpan<CrossSellTerm> CrossSells => _crossSells.AsSpan(0, CrossSellCount);

    /// <summary>Where the alternatives begin; they never move in memory.</summary>
    public unsafe ChoiceOption* Pinned => (ChoiceOption*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_options));

    /// <summary>Where the cross-selling terms begin; null: there are none.</summary>
    public unsafe CrossSellTerm* PinnedCrossSells =>
        CrossSellCount == 0 ? null : (CrossSellTerm*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_crossSells));

    /// <summary>Where the technologies begin; null: nothing is portable.</summary>
    public unsafe byte* PinnedTechnologies => IsPortable ? (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Technologies)) : null;

    /// <summary>Constants of the exponential, for the kernel to load once: rounding, coefficients from the fifth to the 0th, lowest argument.</summary>
    public unsafe float* Exp2 => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_exp2));

    public int OptionCount { get; private set; }

    public int CrossSellCount { get; private set; }

    /// <summary>True: none, worth 0, is the last alternative. False: it is left out.</summary>
    public bool HasNone { get; private set; }

    /// <summary>True: nobody's worths leave ±96, so that odds can neither overflow nor vanish and the best need not be subtracted from them.</summary>
    public bool IsBounded { get; private set; }

    /// <summary>Technology of each product byte, on offer or not.</summary>
    public byte[] Technologies { get; } = GC.AllocateArray<byte>(256, pinned: true);

    /// <summary>σ_a per step of z₁, times log₂ e; 0: all are equally sensitive, and the price is in <see cref="ChoiceOption.Base"/>.</summary>
    public float PriceSpread { get; set; }

    /// <summary>Mean of κ, times log₂ e.</summary>
    public float Switching { get; set; }

    /// <summary>Spread of κ per step of z₄, times log₂ e.</summary>
    public float SwitchingSpread { get; set; }

    /// <summary>True if some alternative's worth varies with z₃.</summary>
    public bool OpennessVaries { get; private set; }

    /// <summary>True if some alternative's reach is not full.</summary>
    public bool ReachVaries { get; private set; }

    /// <summary>True if some alternative saves part of the switching cost.</summary>
    public bool IsPortable { get; private set; }

    public void Clear()
    {
        OptionCount = CrossSellCount = 0;
        OpennessVaries = ReachVaries = IsPortable = false;
    }

    /// <summary>Adds an alternative; its cross-selling terms follow.</summary>
    public void Add(ChoiceOption option)
    {
        OpennessVaries |= option.Openness != 0;
        ReachVaries |= option.Stay != 0;
        IsPortable |= option.Saved != 0;
        _options[OptionCount++] = option;
    }

    /// <summary>Adds a cross-selling term of the alternative added last.</summary>
    public void Add(CrossSellTerm term)
    {
        _options[OptionCount - 1].CrossSells++;
        _crossSells[CrossSellCount++] = term;
    }

    /// <summary>Ends the list of alternatives, and works out the steps between their numbers.</summary>
    /// <param name="none">Number of none, which becomes the last alternative; null: none is left out.</param>
    public void Close(int? none)
    {
        HasNone = none is not null;
        if (none is { } code) Add(new ChoiceOption { Code = code });
        IsBounded = MathF.Abs(PriceSpread) * LargestTaste <= BoundedWorth && LargestWorth() <= BoundedWorth;
        for (var k = 0; k + 1 < OptionCount; k++) _options[k].Step = _options[k + 1].Code - _options[k].Code;
    }

    /// <summary>No customer's worth of any alternative is further from 0; no normal draw exceeds 5.8.</summary>
    private float LargestWorth()
    {
        var sensitivity = ExactMathF.Exp2(MathF.Abs(PriceSpread) * LargestTaste);
        var switching = MathF.Abs(Switching) + MathF.Abs(SwitchingSpread) * LargestTaste;
        var largest = 0f;
        var crossSells = 0f;
        foreach (ref readonly var term in CrossSells) crossSells += MathF.Abs(term.Utility);
        foreach (ref var option in Options)
        {
            var tastes = (MathF.Abs(option.Quality) + MathF.Abs(option.Openness)) * LargestTaste;
            largest = Math.Max(largest, MathF.Abs(option.Base) + MathF.Abs(option.Price) * sensitivity + tastes + switching + MathF.Abs(option.Stay) + crossSells);
        }
        return largest;
    }
}
