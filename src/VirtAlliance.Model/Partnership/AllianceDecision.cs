using System.Collections.Immutable;

namespace VirtAlliance.Model.Partnership;

/// <summary>An alliance after its one decision of the quarter, with what it answers to vendors.</summary>
public sealed record AllianceDecision(AllianceState State, ImmutableArray<PartnershipMessage> Sent);
