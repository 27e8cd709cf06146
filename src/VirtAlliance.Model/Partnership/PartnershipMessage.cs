namespace VirtAlliance.Model.Partnership;

/// <summary>What a partnership message says.</summary>
public enum MessageKind
{
    /// <summary>Alliance to vendor: join if you like; answered in next quarter's first round by an application, or else lapses.</summary>
    Invitation,

    /// <summary>Vendor to alliance: let me join, in tier <see cref="PartnershipMessage.Tier"/>.</summary>
    Application,

    /// <summary>Vendor to alliance: this quarter's dues, <see cref="PartnershipMessage.Cents"/>.</summary>
    Contribution,

    /// <summary>Vendor to alliance: I leave.</summary>
    Withdrawal,

    /// <summary>Alliance to vendor: you are in.</summary>
    Admission,

    /// <summary>Alliance to vendor: you are not let in.</summary>
    Refusal,

    /// <summary>Alliance to vendor: you are out.</summary>
    Expulsion,

    /// <summary>Vendor to alliance: be founded, and led by me. Of an alliance that nobody knows yet, to the coordinator: it is to be founded next quarter.</summary>
    Founding,
}

/// <summary>A message between a vendor and an alliance, in one of a quarter's rounds.</summary>
/// <param name="Round">1 vendors propose, 2 alliances decide, 3 vendors pay (in Settle).</param>
/// <param name="Kind">What it says.</param>
/// <param name="Vendor">Index of the vendor, sender or receiver by kind.</param>
/// <param name="Alliance">Id of the alliance.</param>
/// <param name="Number">Counts a sender's messages of a round, so that equal ones are told apart from repeated ones.</param>
/// <param name="Tier">Index of the tier; −1 where none is meant.</param>
/// <param name="Cents">Money sent; 0 where none is.</param>
public sealed record PartnershipMessage(int Round, MessageKind Kind, int Vendor, string Alliance, int Number, int Tier = -1, long Cents = 0)
{
    /// <summary>True if the vendor sends it, false if the alliance does.</summary>
    public bool FromVendor => Kind is MessageKind.Application or MessageKind.Contribution or MessageKind.Withdrawal or MessageKind.Founding;

    /// <summary>Order in tables and in decisions: round, sender, receiver, kind, number; whoever arrives first.</summary>
    public static int Compare(PartnershipMessage a, PartnershipMessage b)
    {
        var byRound = a.Round.CompareTo(b.Round);
        if (byRound != 0) return byRound;
        var byVendor = a.Vendor.CompareTo(b.Vendor);
        var byAlliance = string.CompareOrdinal(a.Alliance, b.Alliance);
        var byParties = a.FromVendor && b.FromVendor ? (byVendor != 0 ? byVendor : byAlliance) : (byAlliance != 0 ? byAlliance : byVendor);
        if (byParties != 0) return byParties;
        var byKind = a.Kind.CompareTo(b.Kind);
        return byKind != 0 ? byKind : a.Number.CompareTo(b.Number);
    }
}
