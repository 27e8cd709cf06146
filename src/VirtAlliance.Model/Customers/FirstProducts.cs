using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Model.Customers;

/// <summary>What a segment's customers run before quarter 0: none by the segment's share of it, otherwise their own choice from the opening book, as if running nothing.</summary>
internal sealed class FirstProducts
{
    private readonly byte _none;

    private FirstProducts(ChoiceTerms terms, float noneShare, byte none, FranchiseShares franchises)
    {
        Terms = terms;
        NoneShare = terms.OptionCount == 0 ? 1 : noneShare;
        Franchises = franchises;
        _none = none;
    }

    /// <summary>The choice at the opening, in numbers of the run's products.</summary>
    public ChoiceTerms Terms { get; }

    /// <summary>Share of customers that start with none.</summary>
    public float NoneShare { get; }

    /// <summary>Franchises as customers held them at the opening, before an arm changed who holds what; bits as in the opening market.</summary>
    public FranchiseShares Franchises { get; }

    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment in it.</param>
    /// <param name="likings">ξ of the opening market's products [utils].</param>
    public static FirstProducts Of(Market market, int segment, ImmutableArray<double> likings)
    {
        var opening = market.OpeningSegments[segment];
        var none = (byte)market.None;
        if (opening < 0 || market.Opening.Definition.Segments[opening].Shares[^1] >= 1) return None(none);
        return Of(market, opening, likings, OpeningBook.OfFirstProducts(market.Opening), none);
    }

    /// <summary>All start with none, whose number is <paramref name="none"/>.</summary>
    public static FirstProducts None(byte none) => new(new ChoiceTerms(0, 0), 1, none, FranchiseShares.Nobody);

    internal static FirstProducts Of(Market market, int opening, ImmutableArray<double> likings, MarketConditions book, byte none)
    {
        var choice = new SegmentChoice(market.Opening.Definition, opening, likings);
        var terms = choice.NewTerms();
        choice.Write(terms, book, [.. market.ProductsOfOpening.Select(j => j < 0 ? none : (byte)j)], none: null);
        var noneShare = (float)market.Opening.Definition.Segments[opening].Shares[^1];
        return new FirstProducts(terms, noneShare, none, FranchiseShares.Of(market.Opening, opening));
    }

    /// <summary>The first product of a customer, or none.</summary>
    /// <param name="customer">Its birth.</param>
    /// <param name="franchises">Its franchises at the opening.</param>
    public byte Of(in CustomerBirth customer, byte franchises)
    {
        var uniform = customer.FirstProduct;
        if (uniform < NoneShare) return _none;
        return ScalarChoice.Choose(Terms, customer, CustomerColumns.Absent, franchises, (uniform - NoneShare) / (1 - NoneShare));
    }
}
