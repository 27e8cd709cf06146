using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Foresight;

/// <summary>A market as a vendor can foresee it: as it is, as nobody knows the scenario's later events or what others decide.</summary>
internal static class ForeseenMarket
{
    /// <summary>The market without what is to come from <paramref name="quarter"/>'s Partner phase on: no events, no entries, no rule but those of custom. Seats are real ones, and admission is free.</summary>
    public static Market Of(Market market, int quarter)
    {
        var definition = Known(market.Definition, quarter);
        return new Market(new RunDefinition(definition, definition, market.Run.Seed, market.Run.Replicate));
    }

    private static MarketDefinition Known(MarketDefinition market, int quarter) => market with
    {
        Quarters = 1,   // lays out no more blocks than need be: forecasts end where their horizon does
        Vendors = [.. market.Vendors.Select(v => v with { Partnership = new PartnershipRule() })],
        Products = [.. market.Products.Select(p => p with { Enters = Later(p.Enters, quarter), Withdrawn = Later(p.Withdrawn, quarter) })],
        Segments = [.. market.Segments.Select(s => s with { StandsFor = 1 })],
        Alliances = [.. market.Alliances.Select(a => a with { Founded = int.MaxValue, ByInvitation = false })],
        Events = [.. market.Events.Where(e => e.At <= quarter && e is not (AllianceFounded or VendorJoins or VendorLeaves))],
    };

    private static int Later(int at, int quarter) => at <= quarter ? at : int.MaxValue;
}
