using Orleans.Concurrency;
using System.Collections.Immutable;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Contracts.Partnership;

/// <summary>An alliance: collects a quarter's messages, decides once, spends its pool. Key: run/alliance.</summary>
[Alias("va.alliance")]
public interface IAllianceGrain : IGrainWithStringKey
{
    /// <summary>Takes messages of a vendor; a repeat with equal content is ignored.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    /// <exception cref="DeterminismException">The sender has sent other content under the same number.</exception>
    [Alias("receive"), AlwaysInterleave]
    Task Receive(Step step, PartnershipDelivery delivery);

    /// <summary>Round 2 of Partner: decides, and sends its answers to vendors; or tells which messages it lacks, and changes nothing.</summary>
    /// <param name="step">Where the run is.</param>
    /// <param name="market">As the quarter opened.</param>
    /// <param name="withdrawals">Of the quarter, from any alliance: who leaves another may join this one.</param>
    /// <param name="expected">What it must have received.</param>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("decide")]
    Task<AllianceDecided> Decide(Step step, OpenedMarket market, ImmutableArray<PartnershipMessage> withdrawals, ImmutableArray<Expected> expected);

    /// <summary>Spends the quarter's dues; or tells which it lacks, and changes nothing.</summary>
    /// <exception cref="StaleEpochException">A newer coordinator has taken over the run.</exception>
    [Alias("settle")]
    Task<AllianceSettled> Settle(Step step, PartneredAlliance alliance, ImmutableArray<Expected> expected);

    /// <summary>Goes.</summary>
    [Alias("close")]
    Task Close(long epoch);
}
