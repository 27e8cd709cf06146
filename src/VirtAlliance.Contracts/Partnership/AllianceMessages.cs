using System.Collections.Immutable;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Contracts.Partnership;

/// <summary>All messages of one sender to one receiver in a round.</summary>
/// <param name="Round">Of the messages.</param>
/// <param name="Sender">Id of the vendor or alliance.</param>
/// <param name="Messages">In the order of their numbers.</param>
[GenerateSerializer, Immutable, Alias("va.partnership-delivery")]
public sealed record PartnershipDelivery(int Round, string Sender, ImmutableArray<PartnershipMessage> Messages);

/// <summary>What a vendor has said in a round.</summary>
[GenerateSerializer, Immutable, Alias("va.said-messages")]
public sealed record SaidMessages(ImmutableArray<PartnershipMessage> Messages);

/// <summary>An alliance with its memberships fixed for the quarter.</summary>
[GenerateSerializer, Immutable, Alias("va.partnered-alliance")]
public sealed record PartneredAlliance(AllianceState State);

/// <summary>An alliance's decision, or what it lacks to decide.</summary>
/// <param name="Lacking">Vendors whose messages it lacks; if there are any it has changed nothing.</param>
/// <param name="Decision">Null if anything is lacking.</param>
[GenerateSerializer, Immutable, Alias("va.alliance-decided")]
public sealed record AllianceDecided(ImmutableArray<string> Lacking, AllianceDecision? Decision);

/// <summary>An alliance at quarter's end, or what it lacks.</summary>
/// <param name="Lacking">Vendors whose dues it lacks; if there are any it has changed nothing.</param>
/// <param name="Closed">Null if anything is lacking.</param>
[GenerateSerializer, Immutable, Alias("va.alliance-settled")]
public sealed record AllianceSettled(ImmutableArray<string> Lacking, AllianceState? Closed);
