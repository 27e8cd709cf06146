using System.Collections.Immutable;

namespace VirtAlliance.Model.Partnership;

/// <summary>What has become of an alliance.</summary>
public enum AllianceStatus
{
    /// <summary>Its founding lies ahead.</summary>
    Planned,

    /// <summary>It has members.</summary>
    Active,

    /// <summary>Its last member left.</summary>
    Dissolved,
}

/// <summary>What an alliance carries from quarter to quarter, and its flows of the last one.</summary>
public sealed record AllianceState
{
    /// <summary>Unique among alliances, those founded in mid-run included.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the scenario's alliance whose terms it has: its own, or its parent's.</summary>
    public required int Terms { get; init; }

    /// <summary>What has become of it.</summary>
    public AllianceStatus Status { get; init; }

    /// <summary>Index of the vendor that leads; −1 while there is none.</summary>
    public int Leader { get; init; } = -1;

    /// <summary>Quarter of the founding.</summary>
    public int FoundedIn { get; init; } = int.MaxValue;

    /// <summary>In order of vendor.</summary>
    public ImmutableArray<Member> Members { get; init; } = [];

    /// <summary>Dues that each vendor ever paid, in order of vendor; the key to refunds.</summary>
    public ImmutableArray<VendorAmount> DuesPaid { get; init; } = [];

    /// <summary>Carried over to next quarter [cents].</summary>
    public long PoolCents { get; init; }

    /// <summary>M: marketing stock at quarter's end [USD].</summary>
    public double MarketingStockUsd { get; init; }

    /// <summary>Dues received this quarter [cents].</summary>
    public long IncomeCents { get; init; }

    /// <summary>Spent on research this quarter [cents].</summary>
    public long ResearchCents { get; init; }

    /// <summary>Spent on marketing this quarter [cents].</summary>
    public long MarketingCents { get; init; }

    /// <summary>Paid back this quarter, in order of vendor.</summary>
    public ImmutableArray<VendorAmount> Refunds { get; init; } = [];

    /// <summary>True if <paramref name="vendor"/> is a member.</summary>
    public bool Has(int vendor)
    {
        foreach (var member in Members)
            if (member.Vendor == vendor) return true;
        return false;
    }
}

/// <summary>A vendor in an alliance.</summary>
/// <param name="Vendor">Index of the vendor.</param>
/// <param name="Tier">Index of its tier in the alliance's terms.</param>
/// <param name="UnpaidQuarters">Quarters running in which it paid less than its dues; two running expel it.</param>
public readonly record struct Member(int Vendor, int Tier, int UnpaidQuarters);

/// <summary>An amount of money and whose it is.</summary>
public readonly record struct VendorAmount(int Vendor, long Cents);
