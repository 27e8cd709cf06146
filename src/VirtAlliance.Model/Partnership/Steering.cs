using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>Upstream work favours who steers it: members' products gain own quality by pooled research, according to their control.</summary>
public static class Steering
{
    /// <summary>What steering has brought wears off at the technology's depreciation, but at least this share a quarter.</summary>
    public const double LeastWear = 0.05;

    /// <summary>Per product the steered quality after a quarter: what has not worn off, plus <c>steering · control · ln(1 + pooled research / 10⁶ USD)</c>.</summary>
    public static ImmutableArray<double> Next(
        MarketDefinition market, ImmutableArray<AllianceState> settled, ImmutableArray<int> productOwners, ImmutableArray<double> steered)
    {
        var next = ImmutableArray.CreateBuilder<double>(steered.Length);
        for (var product = 0; product < steered.Length; product++)
        {
            var technology = market.Products[product].Technology;
            var kept = (1 - Math.Max(LeastWear, market.Technologies[technology].Depreciation)) * steered[product];
            next.Add(kept + Gain(market, settled, productOwners[product], technology));
        }
        return next.MoveToImmutable();
    }

    private static double Gain(MarketDefinition market, ImmutableArray<AllianceState> settled, int owner, int technology)
    {
        if (owner < 0 || Memberships.On(market, settled, owner, technology) is not { } alliance) return 0;
        var terms = market.Alliances[alliance.Terms];
        return terms.Steering * Control.Of(terms, alliance, owner) * ExactMath.Log(1 + alliance.ResearchCents / 100.0 / 1e6);
    }
}
