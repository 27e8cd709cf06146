using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Pricing;

/// <summary>y: what a vendor, with all it took over, earns on other things per seat in use [cents per seat and quarter].</summary>
internal readonly struct ComplementIncome
{
    private readonly double[] _rates;
    private readonly double[] _channels;

    /// <param name="market">The run's market.</param>
    /// <param name="vendors">As they stand.</param>
    /// <param name="vendor">Whose income.</param>
    public ComplementIncome(MarketDefinition market, ImmutableArray<VendorState> vendors, int vendor)
    {
        _rates = new double[market.Products.Length + 1];
        _channels = new double[market.Segments.Length];
        foreach (var member in Heirs.HouseOf(vendors, vendor)) Add(market, market.Vendors[member]);
        IsNothing = !_rates.Any(r => r != 0);
        if (IsNothing) return;
        for (var s = 0; s < _channels.Length; s++) _channels[s] = Channels.Of(market, vendors, vendor, s);
    }

    /// <summary>True if it earns nothing anywhere.</summary>
    public bool IsNothing { get; }

    /// <summary>On a seat of <paramref name="segment"/> that runs <paramref name="product"/>, or none.</summary>
    public double this[int segment, int product] => _rates[product] * _channels[segment];

    private void Add(MarketDefinition market, Vendor member)
    {
        for (var j = 0; j < market.Products.Length; j++)
            _rates[j] += member.TechnologyComplementCents[market.Products[j].Technology] + member.ProductComplementCents[j];
        _rates[^1] += member.NoneComplementCents;
    }
}
