using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Pricing;

namespace VirtAlliance.Model.Opening;

/// <summary>What the opening implies, for its author to judge.</summary>
/// <param name="Conduct">Per product: implied conduct and where it comes from.</param>
/// <param name="MarketElasticity">Per cent of change in all products' demand per per cent by which all prices rise; NaN without demand.</param>
/// <param name="TrialSuccess">Per segment: mean probability that a customer without a product, once in the market, ends with one.</param>
public sealed record OpeningReport(ImmutableArray<ImpliedConduct> Conduct, double MarketElasticity, ImmutableArray<double> TrialSuccess)
{
    /// <summary>Works the opening out.</summary>
    /// <param name="opening">A run's <see cref="Market.Opening"/>.</param>
    /// <exception cref="LikingsDivergedException">A segment's shares cannot be reached.</exception>
    public static OpeningReport Of(Market opening)
    {
        var book = OpeningBook.Of(opening);
        var (panels, trials) = (ImmutableArray.CreateBuilder<PanelFigures>(), ImmutableArray.CreateBuilder<double>());
        for (var s = 0; s < opening.Definition.Segments.Length; s++)
        {
            using var panel = SegmentPanel.AtOpening(opening, s, Likings.Solve(opening, s));
            panels.Add(panel.Figures(book));
            trials.Add(panel.TrialSuccess(book));
        }
        var prices = opening.Definition.Products.Select(p => (double)p.PriceCents).ToArray();
        return new OpeningReport(ImpliedConduct.Of(opening, panels.ToImmutable()), PriceResponse.Of(panels.ToImmutable()).MarketElasticity(prices), trials.ToImmutable());
    }
}
