using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Contracts.Trade;

/// <summary>Trades for a territory: passes conditions to its segments, adds up their orders, delivers one bulk order per vendor. Key: run/territory.</summary>
[Alias("va.distributor")]
public interface IDistributorGrain : IGrainWithStringKey
{
    /// <summary>Likings of the segments whose first block lies here.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("solve"), ResponseTimeout("00:30:00")]
    Task<TerritoryLikings> Solve(Step step, CancellationToken cancellation);

    /// <summary>Births of the territory's customers.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("bear"), ResponseTimeout("00:30:00")]
    Task<TerritoryTrade> Bear(Step step, OpeningLikings likings, CancellationToken cancellation);

    /// <summary>The territory's Purchase phase. Asking again for the same quarter delivers the same orders again and returns the same answer.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    /// <exception cref="DeterminismException">The quarter was traded before, under other conditions.</exception>
    [Alias("purchase"), ResponseTimeout("00:30:00")]
    Task<TerritoryTrade> Purchase(Step step, QuarterConditions conditions, CancellationToken cancellation);

    /// <summary>Moves to another node with its segments; between quarters only.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("move"), ResponseTimeout("00:30:00")]
    Task Move(long epoch, SiloAddress to);

    /// <summary>Closes its segments and goes.</summary>
    [Alias("close")]
    Task Close(long epoch);
}
