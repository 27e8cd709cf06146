using System.Collections.Immutable;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Firms;

/// <summary>A vendor at quarter's end.</summary>
/// <param name="Vendor">Index of the vendor.</param>
/// <param name="Books">The quarter's books.</param>
/// <param name="Closed">What it carries on.</param>
/// <param name="OrderedSeatQuarters">Per product of the market the seat-quarters it booked, not multiplied by stands-for; 0 for others' products.</param>
/// <param name="Contributions">Dues it sends, one message per alliance.</param>
public sealed record VendorSettlement(
    int Vendor, Books Books, VendorState Closed, ImmutableArray<long> OrderedSeatQuarters, ImmutableArray<PartnershipMessage> Contributions);
