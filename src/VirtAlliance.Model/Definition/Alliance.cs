using System.Collections.Immutable;

namespace VirtAlliance.Model.Definition;

/// <summary>Vendors that pool money and channels behind one technology, under a leader.</summary>
public sealed record Alliance
{
    /// <summary>Unique among alliances.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the technology it stands behind.</summary>
    public required int Technology { get; init; }

    /// <summary>Index of the vendor that leads at the founding.</summary>
    public required int Leader { get; init; }

    /// <summary>Members at the founding, the leader among them; in order of vendor.</summary>
    public required ImmutableArray<FoundingMember> Members { get; init; }

    /// <summary>In the file's order; at least one.</summary>
    public required ImmutableArray<Tier> Tiers { get; init; }

    /// <summary>Quarter of the founding, in its Partner phase; <see cref="int.MaxValue"/>: never.</summary>
    public int Founded { get; init; }

    /// <summary>Share of the pool spent on research each quarter; with <see cref="PoolMarketing"/> at most 1.</summary>
    public double PoolResearch { get; init; }

    /// <summary>Share of the pool spent on marketing each quarter.</summary>
    public double PoolMarketing { get; init; }

    /// <summary>Knowledge per USD of pooled research.</summary>
    public double Effectiveness { get; init; } = 1;

    /// <summary>The leader's control by office, in [0, 1]; the rest goes by dues.</summary>
    public double LeaderControl { get; init; }

    /// <summary>Own quality a quarter that full control gains per unit of ln(1 + pooled research / 10⁶ USD).</summary>
    public double Steering { get; init; }

    /// <summary>Chance that a fellow member's full channel carries a product, in [0, 1].</summary>
    public double Carry { get; init; }

    /// <summary>How much members' channels prefer the leader's products and the others'.</summary>
    public Preference Preference { get; init; } = new(1, 1, ByControl: false);

    /// <summary>Share of a carried product's bookings paid to its carriers, for the part that carrying brought, in [0, 1].</summary>
    public double Commission { get; init; }

    /// <summary>Utils per unit of ln(1 + marketing stock / unit).</summary>
    public double MarketingEffect { get; init; }

    /// <summary>[USD], above 0.</summary>
    public double MarketingUnitUsd { get; init; } = 1e6;

    /// <summary>Share of the marketing stock that wears off in a quarter, in [0, 1].</summary>
    public double MarketingWear { get; init; } = 0.1;

    /// <summary>Network share that the founding announces; halves every <see cref="AnnouncementHalfLifeQuarters"/>.</summary>
    public double AnnouncementLift { get; init; }

    /// <summary>Above 0.</summary>
    public double AnnouncementHalfLifeQuarters { get; init; } = 4;

    /// <summary>True: a vendor joins only if invited.</summary>
    public bool ByInvitation { get; init; }

    /// <summary>What the alliance is for; null: not stated.</summary>
    public AllianceAim? Aim { get; init; }
}

/// <summary>A vendor that is a member from the founding.</summary>
public readonly record struct FoundingMember(int Vendor, int Tier);

/// <summary>A class of membership with its dues [cents per quarter].</summary>
public sealed record Tier(string Name, long DuesCents);

/// <summary>Weights in [0, 1] of the leader's products and of the others' in the members' channels; or each by its owner's control.</summary>
public sealed record Preference(double Leader, double Others, bool ByControl);

/// <summary>A share of seats in use for a technology, to be reached by a quarter.</summary>
public sealed record AllianceAim(int Technology, double Share, int By);
