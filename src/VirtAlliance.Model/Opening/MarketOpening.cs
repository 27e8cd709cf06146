using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Pricing;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Opening;

/// <summary>What is settled before quarter 0, once per replicate.</summary>
public static class MarketOpening
{
    /// <summary>Figures of the opening book in one segment, over the products of the opening market.</summary>
    public static PanelFigures Panel(Market opening, int segment, ImmutableArray<double> likings)
    {
        using var panel = SegmentPanel.AtOpening(opening, segment, likings);
        return panel.Figures(OpeningBook.Of(opening));
    }

    /// <summary>Record −1: implied conduct, opening states of vendors, alliances and technologies.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="likings">Per segment and product of the opening market.</param>
    /// <param name="panels">Per segment of the opening market, from <see cref="Panel"/>.</param>
    /// <param name="initial">Per segment the customers of quarter 0 before it trades, from all blocks; products of the run's market.</param>
    public static OpeningRecord Record(
        Market market, ImmutableArray<ImmutableArray<double>> likings, ImmutableArray<PanelFigures> panels, ImmutableArray<CustomerTotals> initial)
    {
        var definition = market.Definition;
        return new OpeningRecord(likings, ImpliedConduct.InForce(market, panels), new MarketState(
            -1,
            [.. definition.Vendors.Select((v, i) => VendorAtOpening(definition, i))],
            [.. definition.Alliances.Select((a, i) => new AllianceState { Id = a.Id, Terms = i })],
            [.. definition.Technologies.Select(t => new TechnologyState(t.KnowledgeUsd, t.Quality))],
            [.. new double[definition.Products.Length]],
            [.. definition.Products.Select(p => p.PriceCents)],
            initial,
            [.. market.OpeningSegments.Select(o => o < 0 ? Nothing(market.Opening.None) : panels[o])]));
    }

    /// <summary>ξ of the opening market's products in a segment of the run's market; NaN throughout for one that only the arm has, as all it states is its own.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="likings">Per segment and product of the opening market.</param>
    /// <param name="segment">Index of the segment in the run's market.</param>
    public static ImmutableArray<double> LikingsIn(Market market, ImmutableArray<ImmutableArray<double>> likings, int segment) =>
        market.OpeningSegments[segment] is var o and >= 0 ? likings[o] : [.. Enumerable.Repeat(double.NaN, market.Opening.None)];

    /// <summary>ξ of the products in force in a segment: as stated there, else as the opening has it; NaN where neither says.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment in the run's market.</param>
    /// <param name="likings">ξ of the opening market's products in the segment.</param>
    internal static ImmutableArray<double> InForce(Market market, int segment, ImmutableArray<double> likings)
    {
        var stated = market.Definition.Segments[segment].Liking;
        return [.. market.OpeningProducts.Select((o, j) => stated[j] ?? (o < 0 ? double.NaN : likings[o]))];
    }

    private static PanelFigures Nothing(int products) => new([.. new long[products]], [.. new long[products]], [.. new long[products * products]], 0);

    private static VendorState VendorAtOpening(MarketDefinition market, int vendor) => new(
        VendorStatus.Active,
        -1,
        market.Vendors[vendor].CashCents,
        [.. market.Products.Select((p, j) => (p, j)).Where(x => x.p.Vendor == vendor).Select(x => new ProductPrice(x.j, x.p.PriceCents, 0))],
        [],
        []);
}
