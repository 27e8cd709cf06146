using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Contracts.Trade;

/// <summary>One block of a segment's customers; the segment's first block also holds its panel. Key: run/territory/segment/block.</summary>
/// <remarks>A block that lost its memory, or is ahead of the step, is born again and replays the ledger.</remarks>
[Alias("va.segment")]
public interface ISegmentGrain : IGrainWithStringKey
{
    /// <summary>Likings of the segment and its figures under the opening book; only its first block is asked.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("solve"), ResponseTimeout("00:30:00")]
    Task<SegmentLikings> Solve(Step step);

    /// <summary>Births of its customers.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("bear"), ResponseTimeout("00:30:00")]
    Task<BlockTrade> Bear(Step step, OpeningLikings likings);

    /// <summary>Lets the customers in the market choose. Asking again for the same quarter returns the same totals.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    /// <exception cref="DeterminismException">The quarter was chosen before, under other conditions.</exception>
    [Alias("purchase"), ResponseTimeout("00:30:00")]
    Task<BlockTrade> Purchase(Step step, QuarterConditions conditions);

    /// <summary>Moves to another node when this call is done, and takes along what its customers run and hold.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("move")]
    Task Move(long epoch, SiloAddress to);

    /// <summary>Forgets its customers and goes.</summary>
    [Alias("close")]
    Task Close(long epoch);
}
