namespace VirtAlliance.Model.Running;

/// <summary>Phase 1: events of the quarter take effect.</summary>
public static class OpenPhase
{
    /// <summary>The market as quarter <paramref name="quarter"/> opens: prices moved, vendors merged or gone, memberships of those gone ended.</summary>
    public static MarketState Apply(Market market, MarketState closed, int quarter) => throw new NotImplementedException();
}
