using System.Collections.Immutable;

namespace VirtAlliance.Model.Firms;

/// <summary>What has become of a vendor.</summary>
public enum VendorStatus
{
    /// <summary>It trades.</summary>
    Active,

    /// <summary>It gave up, or its cash ended below its credit line.</summary>
    Exited,

    /// <summary>Another vendor took it over whole.</summary>
    Merged,
}

/// <summary>What a vendor carries from quarter to quarter.</summary>
/// <param name="Status">What has become of it.</param>
/// <param name="MergedInto">The vendor that took it over; −1 unless merged.</param>
/// <param name="CashCents">Cash at quarter's end.</param>
/// <param name="Prices">The prices it last posted, as events may have moved them since; a row per product it owns, in the market's order.</param>
/// <param name="RecentTakingsCents">Bookings and complement income of up to four quarters, the latest last.</param>
/// <param name="Invitations">Alliances that invited it and wait for an answer, by id.</param>
public sealed record VendorState(
    VendorStatus Status,
    int MergedInto,
    long CashCents,
    ImmutableArray<ProductPrice> Prices,
    ImmutableArray<long> RecentTakingsCents,
    ImmutableArray<string> Invitations);

/// <summary>A price as its vendor keeps it.</summary>
/// <param name="Product">Index of the product.</param>
/// <param name="ExactCents">Unrounded; posted rounded half to even.</param>
/// <param name="HeldUntil">First quarter in which a rule may move it again.</param>
public readonly record struct ProductPrice(int Product, double ExactCents, int HeldUntil)
{
    /// <summary>The price that customers see [cents per seat and quarter], never negative.</summary>
    public long PostedCents => Math.Max(0, (long)Math.Round(ExactCents, MidpointRounding.ToEven));
}
