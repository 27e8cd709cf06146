namespace VirtAlliance.Scenarios.Claims;

/// <summary>The figures that a claim may be about.</summary>
public enum MeasureKind
{
    /// <summary>Share of a product, vendor or technology, a fraction.</summary>
    Share,

    /// <summary>Posted price of a product [USD per seat and quarter].</summary>
    Price,

    /// <summary>Bookings of a vendor [USD].</summary>
    Bookings,

    /// <summary>All that a vendor takes in: bookings, complements, franchise income, commissions received [USD].</summary>
    Revenue,

    /// <summary>Profit of a vendor [USD].</summary>
    Profit,

    /// <summary>Discounted profit of a vendor in the arm less that in the other [USD].</summary>
    Gain,

    /// <summary>Second difference of a vendor's yearly bookings [USD].</summary>
    Acceleration,

    /// <summary>First quarter in which a vendor leads in seats [quarter number].</summary>
    Leads,

    /// <summary>A member's part of the gains of all that were ever members, a fraction.</summary>
    GainShare,

    /// <summary>The leader's gain less all others' [USD].</summary>
    GainLead,

    /// <summary>A regret of a vendor [USD].</summary>
    Regret,

    /// <summary>Members of an alliance.</summary>
    Members,

    /// <summary>1 if an alliance has members, else 0.</summary>
    Survives,

    /// <summary>1 if an alliance reached its aim, else 0.</summary>
    AimReached,

    /// <summary>P(product | franchise) / P(product).</summary>
    CrossSellLift,

    /// <summary>Consumer surplus in the arm less that in the other [USD].</summary>
    Surplus,

    /// <summary>−Σ Δprice · seats against the other arm [USD].</summary>
    PriceEffect,

    /// <summary>Herfindahl index, 0 to 10⁴.</summary>
    Hhi,
}

/// <summary>What measures are called in scenario files, and which of them compare two arms.</summary>
public static class MeasureNames
{
    private static readonly (string Name, MeasureKind Kind)[] Names =
    [
        ("share", MeasureKind.Share), ("price", MeasureKind.Price), ("bookings", MeasureKind.Bookings), ("revenue", MeasureKind.Revenue), ("profit", MeasureKind.Profit),
        ("gain", MeasureKind.Gain), ("acceleration", MeasureKind.Acceleration), ("leads", MeasureKind.Leads), ("gain-share", MeasureKind.GainShare),
        ("gain-lead", MeasureKind.GainLead), ("regret", MeasureKind.Regret), ("members", MeasureKind.Members), ("survives", MeasureKind.Survives),
        ("aim-reached", MeasureKind.AimReached), ("cross-sell-lift", MeasureKind.CrossSellLift), ("surplus", MeasureKind.Surplus),
        ("price-effect", MeasureKind.PriceEffect), ("hhi", MeasureKind.Hhi),
    ];

    /// <summary>All names, in the order of the documentation.</summary>
    public static IEnumerable<string> All => Names.Select(n => n.Name);

    /// <summary>The kind called <paramref name="name"/>; null if there is none.</summary>
    public static MeasureKind? Find(string name)
    {
        foreach (var named in Names)
            if (named.Name == name) return named.Kind;
        return null;
    }

    /// <summary>The name of <paramref name="kind"/>.</summary>
    public static string Of(MeasureKind kind) => Names.First(n => n.Kind == kind).Name;

    /// <summary>True for figures that mean something only against another arm: by default the baseline.</summary>
    public static bool Compares(MeasureKind kind) => kind is MeasureKind.Gain or MeasureKind.GainShare or MeasureKind.GainLead
        or MeasureKind.Regret or MeasureKind.Surplus or MeasureKind.PriceEffect;
}
