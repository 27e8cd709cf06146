using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Pricing;

namespace VirtAlliance.Scenarios.Checks;

/// <summary>A vendor's money at the opening [USD per quarter].</summary>
/// <param name="Vendor">Its id.</param>
/// <param name="BookingsUsd">Expected bookings of a quarter under the opening book.</param>
/// <param name="DuesUsd">Of all alliances that it is in from the founding.</param>
/// <param name="FixedCostUsd">Fixed cost.</param>
/// <param name="ResearchUsd">Fixed, and the share of those bookings.</param>
public sealed record VendorScale(string Vendor, double BookingsUsd, double DuesUsd, double FixedCostUsd, double ResearchUsd);

/// <summary>A segment at the opening.</summary>
/// <param name="Segment">Its id.</param>
/// <param name="Elasticity">Percent of demand lost if every price rises by one percent; null: no demand. A calibrated market has −0.3 to −1.5.</param>
/// <param name="TrialChance">Chance that a trial of a customer without a product ends in one.</param>
public sealed record SegmentScale(string Segment, double? Elasticity, double TrialChance);

/// <summary>A product's implied conduct.</summary>
/// <param name="Product">Its id.</param>
/// <param name="Conduct">θ at which the opening price rests: 1 is Bertrand–Nash; 0: none does, and a bertrand product keeps its price.</param>
/// <param name="IsSet">True: its vendor sets prices by best replies with this conduct.</param>
public sealed record ProductConduct(string Product, double Conduct, bool IsSet);

/// <summary>What the model makes of a market at its opening.</summary>
/// <param name="Vendors">In ordinal order.</param>
/// <param name="Segments">In ordinal order.</param>
/// <param name="Elasticity">Of the whole market.</param>
/// <param name="Conduct">Per product, in the file's order.</param>
public sealed record OpeningFigures(ImmutableArray<VendorScale> Vendors, ImmutableArray<SegmentScale> Segments, double? Elasticity, ImmutableArray<ProductConduct> Conduct)
{
    /// <exception cref="LikingsDivergedException">A segment's shares cannot be reached.</exception>
    public static OpeningFigures Of(RunDefinition run)
    {
        var market = new Market(run with { InForce = run.Opening });
        var definition = market.Definition;
        var segments = Enumerable.Range(0, definition.Segments.Length).ToArray();
        ImmutableArray<ImmutableArray<double>> likings = [.. segments.Select(s => Likings.Solve(market, s))];
        ImmutableArray<PanelFigures> panels = [.. segments.Select(s => MarketOpening.Panel(market, s, likings[s]))];
        var conduct = ImpliedConduct.InForce(market, panels);
        return new OpeningFigures(
            [.. definition.Vendors.Select((v, i) => Scale(definition, v, i, panels))],
            [.. segments.Select(s => new SegmentScale(definition.Segments[s].Id, ElasticityOf(definition, [panels[s]]), TrialChance(run, s, likings[s])))],
            ElasticityOf(definition, panels),
            [.. definition.Products.Select((p, j) => new ProductConduct(p.Id, conduct[j], definition.Vendors[p.Vendor].Price.Kind == PriceRuleKind.Bertrand))]);
    }

    private static VendorScale Scale(MarketDefinition market, Vendor vendor, int index, ImmutableArray<PanelFigures> panels)
    {
        var bookings = market.Products.Select((p, j) => p.Vendor == index ? panels.Sum(f => f.DemandMilli[j] / 1e3 * (p.PriceCents / 100.0)) : 0).Sum();
        var dues = market.Alliances.SelectMany(a => a.Members.Where(m => m.Vendor == index).Select(m => a.Tiers[m.Tier].DuesCents / 100.0)).Sum();
        return new VendorScale(vendor.Id, bookings, dues, vendor.FixedCostCents / 100.0, vendor.Research.FixedCents / 100.0 + vendor.Research.ShareOfBookings * bookings);
    }

    /// <summary>ε = −Σ_l p_l (Λ_l − Σ_j Γ_jl) / Σ_j D_j, prices in 100 USD as Λ and Γ are.</summary>
    private static double? ElasticityOf(MarketDefinition market, ImmutableArray<PanelFigures> panels)
    {
        var products = market.Products.Length;
        double lost = 0, demand = 0;
        foreach (var panel in panels)
            for (var l = 0; l < products; l++)
            {
                demand += panel.DemandMilli[l] / 1e3;
                double kept = 0;
                for (var j = 0; j < products; j++) kept += panel.GammaMicro[j * products + l] / 1e6;
                lost += market.Products[l].PriceCents / 1e4 * (panel.LambdaMicro[l] / 1e6 - kept);
            }
        return demand > 0 ? -lost / demand : null;
    }

    /// <summary>Seats that a trial of everybody would sell, over those that it would sell if products could not be refused.</summary>
    private static double TrialChance(RunDefinition run, int segment, ImmutableArray<double> likings)
    {
        const double Irresistible = 200;
        var refused = TrialDemand(run, segment, [.. likings.Select(l => l + Irresistible)]);
        return refused > 0 ? TrialDemand(run, segment, likings) / refused : 0;
    }

    private static double TrialDemand(RunDefinition run, int segment, ImmutableArray<double> likings)
    {
        var terms = run.Opening.Segments[segment];
        var waiting = terms with { Shares = [.. likings.Select(_ => 0.0), 1], Liking = [.. likings.Select(l => (double?)l)], Innovation = 1, Growth = 0 };
        var opening = run.Opening with { Segments = run.Opening.Segments.SetItem(segment, waiting) };
        var market = new Market(run with { InForce = opening, Opening = opening });
        return SegmentPanel.Birth(market, segment, likings).Figures(OpeningBook.Of(market)).DemandMilli.Sum(d => (double)d);
    }
}
