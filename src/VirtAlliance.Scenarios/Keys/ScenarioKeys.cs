namespace VirtAlliance.Scenarios.Keys;

/// <summary>The top level of a scenario file.</summary>
internal static class ScenarioKeys
{
    /// <summary>A thousand years.</summary>
    public const int MaxQuarters = 4_000;

    public static readonly Key Scenario = Key.Need("scenario", new NameShape(), "The scenario's id.");
    public static readonly Key Title = Key.Maybe("title", new TextShape(), "What reports are headed with. Default: the id.");
    public static readonly Key Starts = Key.Need("starts", new QuarterShape(inRun: false), "The first quarter.");
    public static readonly Key Quarters = Key.Need("quarters", new WholeShape(1, MaxQuarters), "How many quarters trade.");
    public static readonly Key Seed = Key.With("seed", new WholeShape(0, uint.MaxValue), "1", "First word of every draw's key.");
    public static readonly Key Discount = Key.With("discount", new RealShape(0, 1, openMin: true), "0.98", "Weight of the next quarter's profit against this one's.");
    public static readonly Key Portability = Key.Fraction("portability", "0", "Share of the switching cost that full openness takes away between products of one technology.");
    public static readonly Key Technologies = Key.Need("technologies", new MapShape(null, TechnologyKeys.Shape, "technology", 1, 64), "What products are built on.");
    public static readonly Key Vendors = Key.Need("vendors", new MapShape(null, VendorKeys.Shape, "vendor", 1, 64), "The firms.");
    public static readonly Key Products = Key.Need("products", new MapShape(null, ProductKeys.Shape, "product", 1, 254), "What is offered; their order is that of choices and tables.");
    public static readonly Key SegmentDefaults = Key.Maybe("segment-defaults", SegmentKeys.DefaultsShape, "Any segment key, used where a segment is silent.");
    public static readonly Key Segments = Key.Need("segments", new MapShape(null, SegmentKeys.Shape, "segment", 1, 1_000), "The populations of customers.");
    public static readonly Key Alliances = Key.With("alliances", new MapShape(null, AllianceKeys.Shape, "alliance", 0, 64), "{}", "Vendors that pool money and channels behind a technology.");
    public static readonly Key Events = Key.With("events", new ListShape(EventKeys.Shape), "[]", "What the scenario makes happen, in any order.");
    public static readonly Key Arms = Key.With("arms", new MapShape(null, StudyKeys.ArmShape, "arm", 0, 64), "{base: {}}", "Variants of the scenario.");
    public static readonly Key Baseline = Key.Maybe("baseline", new ReferenceShape(Refers.Arm), "The arm that others are compared with. Default: the first arm.");
    public static readonly Key Uncertain = Key.With("uncertain", new ListShape(UncertainKeys.Shape), "[]", "Numbers that every replicate draws anew; with one replicate the file's own values are used.");
    public static readonly Key History = Key.With("history", new EitherShape(new ListShape(StudyKeys.HistoryShape), new TextShape()), "[]", "Observed shares, as a list or the name of a CSV file beside the scenario.");
    public static readonly Key Claims = Key.With("claims", new ListShape(StudyKeys.ClaimShape), "[]", "Statements that a study judges.");

    public static readonly EntryShape Shape = new("the scenario",
    [
        Scenario, Title, Starts, Quarters, Seed, Discount, Portability, Technologies, Vendors, Products, SegmentDefaults, Segments, Alliances, Events, Arms, Baseline,
        Uncertain, History, Claims,
    ]);

    private static readonly Key[] OfStudies = [Arms, Baseline, Uncertain, History, Claims];

    /// <summary>The same without a look into what studies add: an arm's market must not be held to claims about other arms.</summary>
    public static readonly EntryShape MarketShape = new("the scenario", [.. Shape.Keys.Select(k => OfStudies.Contains(k) ? k with { Shape = new AnyShape() } : k)]);
}
