using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Vendors that give up, or run out of money.</summary>
public static class Exits
{
    /// <summary>All vendors after the quarter's scripted exits. A vendor that exits keeps what cash it had; its books have ended.</summary>
    public static ImmutableArray<VendorState> Apply(MarketDefinition market, ImmutableArray<VendorState> vendors, int quarter)
    {
        foreach (var exit in market.Events.OfType<VendorExits>())
            if (exit.At == quarter && vendors[exit.Vendor].Status == VendorStatus.Active)
                vendors = vendors.SetItem(exit.Vendor, Exited(vendors[exit.Vendor]));
        return vendors;
    }

    /// <summary>A vendor at quarter's end: gone, if its cash lies below its credit line.</summary>
    public static VendorState IfBankrupt(Vendor terms, VendorState vendor) =>
        terms.CreditLineCents is { } credit && vendor.CashCents < -credit ? Exited(vendor) : vendor;

    private static VendorState Exited(VendorState vendor) => vendor with { Status = VendorStatus.Exited, Invitations = [] };
}
