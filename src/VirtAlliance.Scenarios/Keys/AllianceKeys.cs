namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of an alliance.</summary>
internal static class AllianceKeys
{
    private static readonly ListShape VendorList = new(new ReferenceShape(Refers.Vendor));

    public static readonly Key Technology = Key.Need("technology", new ReferenceShape(Refers.Technology), "What it stands behind.");
    public static readonly Key Leader = Key.Need("leader", new ReferenceShape(Refers.Vendor), "Who leads it; a member, in the first tier unless listed.");
    public static readonly Key Members = Key.With("members", new EitherShape(VendorList, new MapShape(null, VendorList, "tier")), "[]", "Members at the founding, as a list (first tier) or by tier.");
    public static readonly Key Founded = Key.With("founded", new EitherShape(new QuarterShape(inRun: true), new ChoiceShape("start", "never")), "start", "Quarter of the founding; never: only if an event says so.");
    public static readonly Key Tiers = Key.With("tiers", new MapShape(null, TierKeys.Shape, "tier", 1, 16), "{member: {dues-usd: 0}}", "Classes of membership, the highest first.");
    public static readonly Key Pool = Key.Maybe("pool", PoolKeys.Shape, "Shares of the pool spent each quarter; the rest is carried over.");
    public static readonly Key Effectiveness = Key.Size("effectiveness", "1", "Knowledge per USD of pooled research.");
    public static readonly Key LeaderControl = Key.Fraction("leader-control", "0", "The leader's control by office; the rest goes by dues.");
    public static readonly Key Steering = Key.Size("steering", "0", "Own quality a quarter that full control gains per unit of ln(1 + pooled research / 1e6 USD).");
    public static readonly Key Carry = Key.Fraction("carry", "0", "Chance that a fellow member's full channel carries a product.");
    public static readonly Key Preference = Key.With("preference", new EitherShape(PreferenceKeys.Shape, new ChoiceShape("by-control")), "{leader: 1, others: 1}", "How much members' channels prefer the leader's products and the others'.");
    public static readonly Key Commission = Key.Fraction("commission", "0", "Share of a carried product's bookings paid to its carriers, for the part that carrying brought.");
    public static readonly Key MarketingEffect = Key.Any("marketing-effect", "0", "Utils per unit of ln(1 + marketing stock / marketing unit).");
    public static readonly Key MarketingUnit = Key.With("marketing-unit-usd", new RealShape(0, openMin: true), "1e6", "[USD]");
    public static readonly Key MarketingWear = Key.Fraction("marketing-wear", "0.1", "Share of the marketing stock that wears off in a quarter.");
    public static readonly Key Announcement = Key.Maybe("announcement", AnnouncementKeys.Shape, "Network share that the founding announces.");
    public static readonly Key Admission = Key.With("admission", new ChoiceShape("open", "invitation"), "open", "Who may join.");
    public static readonly Key Aim = Key.Maybe("aim", AimKeys.Shape, "What the alliance is for; claims may ask whether it was reached.");

    public static readonly EntryShape Shape = new("an alliance",
    [
        Technology, Leader, Members, Founded, Tiers, Pool, Effectiveness, LeaderControl, Steering, Carry, Preference, Commission, MarketingEffect, MarketingUnit, MarketingWear,
        Announcement, Admission, Aim,
    ]);
}

/// <summary>Keys of a tier.</summary>
internal static class TierKeys
{
    public static readonly Key Dues = Key.Usd("dues-usd", "0", "[USD per quarter]");

    public static readonly EntryShape Shape = new("a tier", [Dues]);
}

/// <summary>Keys of an alliance's pool.</summary>
internal static class PoolKeys
{
    public static readonly Key Research = Key.Fraction("research", "0", "Share spent on research.");
    public static readonly Key Marketing = Key.Fraction("marketing", "0", "Share spent on marketing.");

    public static readonly EntryShape Shape = new("a pool", [Research, Marketing]);
}

/// <summary>Keys of an alliance's preference.</summary>
internal static class PreferenceKeys
{
    public static readonly Key Leader = Key.Fraction("leader", "1", "Weight of the leader's products.");
    public static readonly Key Others = Key.Fraction("others", "1", "Weight of the others' products.");

    public static readonly EntryShape Shape = new("a preference", [Leader, Others]);
}

/// <summary>Keys of an alliance's announcement.</summary>
internal static class AnnouncementKeys
{
    public static readonly Key Lift = Key.Size("lift", "0", "Network share announced.");
    public static readonly Key HalfLife = Key.With("half-life-quarters", new RealShape(0, openMin: true), "4", "Quarters in which it halves.");

    public static readonly EntryShape Shape = new("an announcement", [Lift, HalfLife]);
}

/// <summary>Keys of an alliance's aim.</summary>
internal static class AimKeys
{
    public static readonly Key Technology = Key.Need("technology", new ReferenceShape(Refers.Technology), "Whose share.");
    public static readonly Key Share = new("share", new RealShape(0, 1), null, "Of seats in use.", Required: true);
    public static readonly Key By = Key.Need("by", new QuarterShape(inRun: false), "By when.");

    public static readonly EntryShape Shape = new("an aim", [Technology, Share, By]);
}
