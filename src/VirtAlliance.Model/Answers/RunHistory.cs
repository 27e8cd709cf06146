using System.Collections.Immutable;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Answers;

/// <summary>A run as its ledger tells it: what tables, measures and reports are made from.</summary>
/// <param name="Market">The run's market.</param>
/// <param name="Opening">Record −1.</param>
/// <param name="Quarters">Records 0, 1, … as far as the run has come.</param>
public sealed record RunHistory(Market Market, OpeningRecord Opening, ImmutableArray<QuarterRecord> Quarters);
