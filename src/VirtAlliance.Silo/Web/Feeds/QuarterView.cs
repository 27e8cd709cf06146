using System.Collections.Immutable;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>A quarter of a run, as committed.</summary>
/// <param name="At">Its number, from 0.</param>
/// <param name="Quarter">Such as <c>2011-Q2</c>.</param>
/// <param name="Shares">Per product its share of seats that run any, in [0, 1].</param>
/// <param name="PricesUsd">Per product; null: not on offer.</param>
/// <param name="ProfitsUsd">Per vendor, of the quarter.</param>
/// <param name="Gone">Vendors that no longer trade.</param>
/// <param name="Alliances">At quarter's end.</param>
/// <param name="Messages">Partnership messages, in their order.</param>
/// <param name="Ms">How long the quarter took.</param>
/// <param name="Traced">True: there is a trace of it.</param>
internal sealed record QuarterView(
    int At, string Quarter, ImmutableArray<double> Shares, ImmutableArray<decimal?> PricesUsd, ImmutableArray<decimal> ProfitsUsd, ImmutableArray<string> Gone,
    ImmutableArray<AllianceView> Alliances, ImmutableArray<MessageView> Messages, double? Ms, bool Traced);

/// <summary>An alliance at a quarter's end.</summary>
internal sealed record AllianceView(string Id, string Status, string? Leader, ImmutableArray<MemberView> Members, decimal PoolUsd);

/// <summary>A member.</summary>
internal sealed record MemberView(string Vendor, string Tier);

/// <summary>A partnership message.</summary>
internal sealed record MessageView(string Kind, string From, string To, string? Tier, decimal? Usd);
