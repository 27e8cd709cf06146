using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Running;

/// <summary>Record −1 of a run's ledger: what the opening settled, once per replicate.</summary>
/// <param name="Likings">Per segment and product of the opening market: ξ [utils].</param>
/// <param name="Conduct">Per product that trades: θ; 0: the product keeps its price.</param>
/// <param name="Initial">The market before quarter 0.</param>
public sealed record OpeningRecord(ImmutableArray<ImmutableArray<double>> Likings, ImmutableArray<double> Conduct, MarketState Initial);

/// <summary>A quarter's entry in the ledger: conditions and results.</summary>
/// <param name="Conditions">All that a replay of customers needs.</param>
/// <param name="Books">Per vendor.</param>
/// <param name="Messages">Partnership messages, in their order.</param>
/// <param name="Closed">The market at quarter's end.</param>
public sealed record QuarterRecord(MarketConditions Conditions, ImmutableArray<Books> Books, ImmutableArray<PartnershipMessage> Messages, MarketState Closed);
