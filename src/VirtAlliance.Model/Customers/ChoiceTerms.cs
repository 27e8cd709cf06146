using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VirtAlliance.Model.Customers;

/// <summary>A segment's choice in one quarter, as the kernel wants it: one row per product on offer, in the market's order, then none.</summary>
/// <remarks>Made once per block and written anew each quarter, so that choosing allocates nothing.</remarks>
internal sealed class ChoiceTerms
{
    private const int NoTechnology = 255;
    private readonly ChoiceOption[] _options;
    private readonly CrossSellTerm[] _crossSells;
    private readonly PortabilityTerm[] _portabilities;

    /// <param name="products">Products of the market.</param>
    /// <param name="franchises">Franchises of the market.</param>
    public ChoiceTerms(int products, int franchises)
    {
        _options = GC.AllocateArray<ChoiceOption>(products + 1, pinned: true);
        _crossSells = new CrossSellTerm[products * franchises];
        _portabilities = new PortabilityTerm[products];
        Array.Fill(Technologies, (byte)NoTechnology);
    }

    /// <summary>The alternatives.</summary>
    public Span<ChoiceOption> Options => _options.AsSpan(0, OptionCount);

    /// <summary>In order of option, then franchise.</summary>
    public ReadOnlySpan<CrossSellTerm> CrossSells => _crossSells.AsSpan(0, CrossSellCount);

    /// <summary>In order of option.</summary>
    public ReadOnlySpan<PortabilityTerm> Portabilities => _portabilities.AsSpan(0, PortabilityCount);

    /// <summary>Where the alternatives begin; they never move in memory.</summary>
    public unsafe ChoiceOption* Pinned => (ChoiceOption*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_options));

    public int OptionCount { get; private set; }

    public int CrossSellCount { get; private set; }

    public int PortabilityCount { get; private set; }

    /// <summary>True: none, worth 0, is the last alternative. False: it is left out.</summary>
    public bool HasNone { get; private set; }

    /// <summary>Technology of each product byte, on offer or not.</summary>
    public byte[] Technologies { get; } = new byte[256];

    /// <summary>σ_a per step of z₁, times log₂ e; 0: all are equally sensitive, and the price is in <see cref="ChoiceOption.Base"/>.</summary>
    public float PriceSpread { get; set; }

    /// <summary>Mean of κ, times log₂ e.</summary>
    public float Switching { get; set; }

    /// <summary>Spread of κ per step of z₄, times log₂ e.</summary>
    public float SwitchingSpread { get; set; }

    /// <summary>True if some alternative's worth varies with z₃.</summary>
    public bool OpennessVaries { get; private set; }

    public void Clear() => OptionCount = CrossSellCount = PortabilityCount = 0;

    public void Add(ChoiceOption option)
    {
        if (OptionCount == 0) OpennessVaries = false;
        OpennessVaries |= option.Openness != 0;
        _options[OptionCount++] = option;
    }

    public void Add(CrossSellTerm term) => _crossSells[CrossSellCount++] = term;

    public void Add(PortabilityTerm term) => _portabilities[PortabilityCount++] = term;

    /// <summary>Ends the list of alternatives, and works out the steps between their numbers.</summary>
    /// <param name="none">Number of none, which becomes the last alternative; null: none is left out.</param>
    public void Close(int? none)
    {
        HasNone = none is not null;
        if (none is { } code) Add(new ChoiceOption { Code = code });
        for (var k = 0; k + 1 < OptionCount; k++) _options[k].Step = _options[k + 1].Code - _options[k].Code;
    }
}
