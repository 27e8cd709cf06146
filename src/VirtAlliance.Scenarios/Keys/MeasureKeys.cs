using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of a measure.</summary>
internal static class MeasureKeys
{
    /// <summary>The measure's shape by reference, as ratios and differences contain measures.</summary>
    public static readonly DefinedShape Defined = new("measure", () => Shape!);

    /// <summary>What may have a share; that of none is always of the market.</summary>
    public const Refers Sharing = Refers.Product | Refers.Vendor | Refers.Technology | Refers.None;

    public static readonly Key In = Key.With("in", new ReferenceShape(Refers.Arm), "the only arm", "The arm it is taken in.");
    public static readonly Key Against = Key.With("against", new ReferenceShape(Refers.Arm), "the baseline, where one is needed", "The arm it is compared with.");
    public static readonly Key At = Key.Maybe("at", new QuarterShape(inRun: true), "In which quarter.");
    public static readonly Key From = Key.Maybe("from", new QuarterShape(inRun: true), "First quarter of a span.");
    public static readonly Key To = Key.Maybe("to", new QuarterShape(inRun: true), "Last quarter of a span.");
    public static readonly Key Segment = Key.Maybe("segment", new ReferenceShape(Refers.Segment), "The segment it is limited to.");
    public static readonly Key Of = Key.With("of", new ChoiceShape("seats", "orders", "bookings"), "seats", "share: of what.");
    public static readonly Key Among = Key.With("among", new ChoiceShape("products", "market"), "products", "share: among products, or with none in the whole.");
    public static readonly Key Alliance = Key.With("alliance", new ReferenceShape(Refers.Alliance), "the arm's only alliance", "gain-share, gain-lead, regret: which alliance.");
    public static readonly Key Ratio = Key.Maybe("ratio", new ListShape(Defined, 2), "One measure over another.");
    public static readonly Key Difference = Key.Maybe("difference", new ListShape(Defined, 2), "One measure less another.");

    public static readonly Key Least = Key.Maybe("least", new ListShape(Defined), "The least of several measures: above a bound if all are.");
    public static readonly Key Most = Key.Maybe("most", new ListShape(Defined), "The largest of several measures: below a bound if all are.");

    public static readonly Key RegretOf = Key.Need("of", new ChoiceShape("existence", "participation", "strategic"), "Which of the three.");
    public static readonly Key RegretVendor = Key.Need("vendor", new ReferenceShape(Refers.Vendor), "Whose.");
    public static readonly Key LiftProduct = Key.Need("product", new ReferenceShape(Refers.Product), "Whose chance.");
    public static readonly Key LiftVendor = Key.Need("vendor", new ReferenceShape(Refers.Vendor), "Whose franchise.");

    private static readonly Key[] Figures = [.. MeasureNames.All.Select(n => Key.Maybe(n, SubjectOf(MeasureNames.Find(n)!.Value), "A figure of its subject."))];

    /// <summary>Keys whose values are lists of measures.</summary>
    public static readonly Key[] Combining = [Ratio, Difference, Least, Most];

    public static readonly EntryShape Shape = new("a measure",
        [.. Figures, .. Combining, In, Against, At, From, To, Segment, Of, Among, Alliance], [.. MeasureNames.All, .. Combining.Select(c => c.Name)]);

    private static Shape SubjectOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Share => new ReferenceShape(Sharing),
        MeasureKind.Price => new ReferenceShape(Refers.Product),
        MeasureKind.Members or MeasureKind.Survives or MeasureKind.AimReached => new ReferenceShape(Refers.Alliance),
        MeasureKind.Regret => new EntryShape("a regret", [RegretOf, RegretVendor]),
        MeasureKind.CrossSellLift => new EntryShape("a cross-sell lift", [LiftProduct, LiftVendor]),
        MeasureKind.Surplus or MeasureKind.PriceEffect => new ReferenceShape(Refers.Segment | Refers.All),
        MeasureKind.Hhi => new ChoiceShape("vendor", "technology"),
        _ => new ReferenceShape(Refers.Vendor),
    };
}
