using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Customers;

/// <summary>How a segment's customers value products: writes the terms of a quarter's choice.</summary>
internal sealed class SegmentChoice
{
    private const double Log2E = 1.4426950408889634;
    private const double TasteStep = 1 / 4096.0;

    private readonly MarketDefinition _market;
    private readonly Segment _segment;
    private readonly int _index;
    private readonly ImmutableArray<double> _likings;
    private readonly double _sensitivity;

    /// <param name="market">The market in force, or the opening one.</param>
    /// <param name="segment">Index of the segment in it.</param>
    /// <param name="likings">ξ of its products in the segment [utils]; NaN where a product has none.</param>
    public SegmentChoice(MarketDefinition market, int segment, ImmutableArray<double> likings)
    {
        _market = market;
        _segment = market.Segments[segment];
        _index = segment;
        _likings = likings;
        _sensitivity = ExactMath.Exp(_segment.PriceTaste.Mean) / 1e4;
    }

    /// <summary>The choice in force: stated likings, those of the opening for the others.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products [utils].</param>
    public static SegmentChoice InForce(Market market, int segment, ImmutableArray<double> likings)
    {
        var stated = market.Definition.Segments[segment].Liking;
        return new SegmentChoice(market.Definition, segment, [.. market.OpeningProducts.Select((o, j) => stated[j] ?? (o < 0 ? double.NaN : likings[o]))]);
    }

    /// <summary>Terms with room for this market.</summary>
    public ChoiceTerms NewTerms() => new(_market.Products.Length, _market.Franchises.Length);

    /// <summary>Writes the choice among the products that <paramref name="conditions"/> offer here.</summary>
    /// <param name="terms">Where.</param>
    /// <param name="conditions">Of the quarter, or the opening book.</param>
    /// <param name="codes">Number that stands for each product in the columns.</param>
    /// <param name="none">Number of none; null: it cannot be chosen.</param>
    /// <exception cref="InvalidOperationException">A product on offer has no liking here.</exception>
    public void Write(ChoiceTerms terms, MarketConditions conditions, ReadOnlySpan<byte> codes, int? none)
    {
        var here = conditions.Segments[_index];
        terms.Clear();
        terms.PriceSpread = (float)(_segment.PriceTaste.Spread * TasteStep * Log2E);
        terms.Switching = (float)(_segment.SwitchingCost.Mean * Log2E);
        terms.SwitchingSpread = (float)(_segment.SwitchingCost.Spread * TasteStep * Log2E);
        for (var j = 0; j < codes.Length; j++)
        {
            terms.Technologies[codes[j]] = (byte)_market.Products[j].Technology;
            if (!conditions.Products[j].OnOffer || here.Reach[j] <= 0) continue;
            terms.Add(Option(conditions, here, j, codes[j]));
            AddCrossSells(terms, conditions, j);
        }
        if (none is { } code) terms.Technologies[code] = CustomerColumns.Absent;
        terms.Close(none);
    }

    private ChoiceOption Option(MarketConditions conditions, SegmentConditions here, int j, byte code)
    {
        if (double.IsNaN(_likings[j])) throw new InvalidOperationException($"product '{_market.Products[j].Id}' has no liking in segment '{_segment.Id}'");
        var product = conditions.Products[j];
        var (openness, network) = conditions.Technologies[_market.Products[j].Technology];
        var price = _sensitivity * here.PriceCents[j];
        var varies = _segment.PriceTaste.Spread != 0;
        var reach = here.Reach[j] == 1 ? 0 : ExactMath.Log(here.Reach[j]) * Log2E;
        var worth = _likings[j] + _segment.QualityTaste.Mean * product.Quality + _segment.OpennessTaste.Mean * openness
            + _segment.NetworkTaste * network + product.Marketing - (varies ? 0 : price);
        return new ChoiceOption
        {
            Base = (float)(worth * Log2E + reach),
            Price = varies ? (float)(-price * Log2E) : 0,
            Quality = (float)(_segment.QualityTaste.Spread * product.Quality * TasteStep * Log2E),
            Openness = (float)(_segment.OpennessTaste.Spread * openness * TasteStep * Log2E),
            Stay = (float)-reach,
            Saved = (float)(_market.Portability * openness),
            Technology = _market.Products[j].Technology,
            Code = code,
        };
    }

    private void AddCrossSells(ChoiceTerms terms, MarketConditions conditions, int j)
    {
        for (var f = 0; f < _market.Franchises.Length; f++)
        {
            var owner = conditions.FranchiseOwners[f];
            if (owner < 0 || owner != conditions.Products[j].Owner || _market.Franchises[f].CrossSell == 0) continue;
            terms.Add(new CrossSellTerm(1 << f, (float)(_market.Franchises[f].CrossSell * Log2E)));
        }
    }
}
