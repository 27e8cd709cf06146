using System.Collections.Immutable;

namespace VirtAlliance.Model.Running;

/// <summary>What vendors owe each other for a quarter, and get back from dissolved pools [cents].</summary>
/// <param name="CommissionReceived">Per vendor.</param>
/// <param name="CommissionPaid">Per vendor.</param>
/// <param name="Refunds">Per vendor.</param>
public sealed record SettlementTerms(ImmutableArray<long> CommissionReceived, ImmutableArray<long> CommissionPaid, ImmutableArray<long> Refunds);
