using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Partnership;

/// <summary>Research by vendors and alliances together.</summary>
public static class Research
{
    /// <summary>Per technology the quarter's effective research [USD]: laboratories, and pools with their alliance's effectiveness.</summary>
    public static double[] EffectiveUsd(
        MarketDefinition market, ImmutableArray<VendorState> vendors, ImmutableArray<AllianceState> settled, ImmutableArray<long> bookingsByProduct)
    {
        var effective = Laboratories.EffectiveUsd(market, vendors, bookingsByProduct);
        foreach (var alliance in settled)
        {
            var terms = market.Alliances[alliance.Terms];
            effective[terms.Technology] += terms.Effectiveness * alliance.ResearchCents / 100;
        }
        return effective;
    }
}
