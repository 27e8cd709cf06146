using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>Phase 1: events of the quarter take effect.</summary>
public static class OpenPhase
{
    /// <summary>The market as quarter <paramref name="quarter"/> opens: prices moved, vendors merged or gone, memberships of those gone ended.</summary>
    /// <remarks>What else events do (products on offer, reach, surcharges) is worked out anew from the definition whenever it is asked for.</remarks>
    public static MarketState Apply(Market market, MarketState closed, int quarter)
    {
        var definition = market.Definition;
        var state = closed with { Alliances = Upheavals.Opened(closed.Alliances) };
        state = state with { Vendors = [.. state.Vendors.Select(v => v with { Prices = PriceEvents.Apply(definition, v.Prices, quarter) })] };
        state = state with { Technologies = [.. state.Technologies.Select((k, i) => k with { Quality = Learning.Quality(definition, i, k.KnowledgeUsd, quarter) })] };
        state = state with { Vendors = Exits.Apply(definition, state.Vendors, quarter) };
        state = Merge(definition, state, quarter);
        state = state with { Alliances = Upheavals.AfterExits(definition, state.Alliances, state.Vendors) };
        Laws.CashStaysThroughOpening(closed, state, quarter);
        return state;
    }

    private static MarketState Merge(MarketDefinition market, MarketState state, int quarter)
    {
        foreach (var (vendor, heir) in Mergers.Of(market, state.Vendors, quarter).ToArray())
            state = state with
            {
                Vendors = Mergers.TakeOver(state.Vendors, vendor, heir),
                Alliances = Upheavals.AfterMerger(market, state.Alliances, vendor, heir),
            };
        return state;
    }
}
