namespace VirtAlliance.Model.Firms;

/// <summary>A vendor's books of one quarter [cents]; each entry was rounded once, half to even, where it was booked.</summary>
public readonly record struct Books
{
    /// <summary>Price times seat-quarters ordered, paid at once.</summary>
    public long BookingsCents { get; init; }

    /// <summary>Unit cost times seat-quarters booked.</summary>
    public long CostCents { get; init; }

    /// <summary>Own research, pools left aside.</summary>
    public long ResearchCents { get; init; }

    /// <summary>Dues paid to alliances.</summary>
    public long DuesCents { get; init; }

    /// <summary>Fixed cost.</summary>
    public long FixedCents { get; init; }

    /// <summary>Income on other things while technologies or products are in use; may be negative.</summary>
    public long ComplementsCents { get; init; }

    /// <summary>Income on franchises held by customers.</summary>
    public long FranchiseCents { get; init; }

    /// <summary>Commissions received for carrying others' products.</summary>
    public long CommissionReceivedCents { get; init; }

    /// <summary>Commissions paid to carriers.</summary>
    public long CommissionPaidCents { get; init; }

    /// <summary>Refunds from the pools of dissolved alliances.</summary>
    public long PoolCents { get; init; }

    /// <summary>All that comes in from customers, their franchises and complements, and from fellow members for carrying.</summary>
    public long RevenueCents => BookingsCents + ComplementsCents + FranchiseCents + CommissionReceivedCents;

    /// <summary>What cash moves by.</summary>
    public long ProfitCents => BookingsCents - CostCents - ResearchCents - DuesCents - FixedCents
        + ComplementsCents + FranchiseCents + CommissionReceivedCents - CommissionPaidCents + PoolCents;
}
