using Orleans.Concurrency;
using System.Collections.Immutable;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Contracts.Firms;

/// <summary>A vendor: offers, partnership messages, purchase orders, books. Key: run/vendor.</summary>
[Alias("va.vendor")]
public interface IVendorGrain : IGrainWithStringKey
{
    /// <summary>What it posts in the step's quarter; asked only where <see cref="Settle"/> has not answered that already.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("offer")]
    Task<VendorOffers> Offer(Step step, OpenedMarket market);

    /// <summary>Round 1 of Partner: sends its messages to alliances, and tells what it sent.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("propose")]
    Task<SaidMessages> Propose(Step step, OpenedMarket market);

    /// <summary>Takes messages of an alliance; a repeat with equal content is ignored.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    /// <exception cref="DeterminismException">The sender has sent other content under the same number.</exception>
    [Alias("receive"), AlwaysInterleave]
    Task Receive(Step step, PartnershipDelivery delivery);

    /// <summary>Round 3 of Partner: takes note of the answers; or tells which it lacks, and changes nothing.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("conclude")]
    Task<VendorConclusion> Conclude(Step step, OpenedMarket market, ImmutableArray<Expected> expected);

    /// <summary>Takes and confirms a territory's bulk order; a repeat with equal content is ignored.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    /// <exception cref="DeterminismException">The territory has sent another order for the quarter.</exception>
    [Alias("order"), AlwaysInterleave]
    Task<Confirmation> Order(Step step, BulkOrder order);

    /// <summary>Closes its books, sends its dues, and offers for next quarter; or tells which orders it lacks, and changes nothing.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("settle")]
    Task<VendorSettled> Settle(Step step, ClosingQuarter quarter, ImmutableArray<Expected> expected);

    /// <summary>Goes.</summary>
    [Alias("close")]
    Task Close(long epoch);
}
