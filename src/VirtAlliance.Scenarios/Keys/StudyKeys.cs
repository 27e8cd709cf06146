namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of arms, observations and claims.</summary>
internal static class StudyKeys
{
    public static readonly Key Remove = Key.With("remove", new ListShape(new TextShape()), "[]", "Paths of what is taken out.");
    public static readonly Key Set = Key.With("set", new PathsShape(), "{}", "Values by path, replaced.");
    public static readonly Key Add = Key.With("add", new PathsShape(), "{}", "Values by path, added.");

    public static readonly EntryShape ArmShape = new("an arm", [Remove, Set, Add]);

    public static readonly Key At = Key.Need("at", new QuarterShape(inRun: true), "When.");
    public static readonly Key ShareOf = Key.Need(
        "share", new EitherShape(new ReferenceShape(MeasureKeys.Sharing), new ListShape(new ReferenceShape(MeasureKeys.Sharing))), "Whose share; of a list, the sum of theirs.");
    public static readonly Key Of = Key.With("of", new ChoiceShape("seats", "orders", "bookings"), "seats", "Share of what.");
    public static readonly Key Among = Key.With("among", new ChoiceShape("products", "market"), "products", "Among products, or with none in the whole.");
    public static readonly Key Low = new("low", new RealShape(0, 1), null, "Lowest share observed.", Required: true);
    public static readonly Key High = new("high", new RealShape(0, 1), null, "Highest share observed.", Required: true);
    public static readonly Key Use = Key.With("use", new ChoiceShape("fit", "hold-out"), "fit", "To calibrate to, or to test with.");

    public static readonly EntryShape HistoryShape = new("an observation", [At, ShareOf, Of, Among, Low, High, Use]);

    private static readonly Shape Bound = new EitherShape(new RealShape(), new QuarterShape(inRun: false));

    public static readonly Key Above = Key.Maybe("above", Bound, "The figure must be greater.");
    public static readonly Key Below = Key.Maybe("below", Bound, "The figure must be less.");
    public static readonly Key Between = Key.Maybe("between", new ListShape(Bound, 2), "The figure must lie there, ends included.");

    public static readonly EntryShape HoldsShape = new("holds-when", [Above, Below, Between], ["above", "below", "between"]);

    public static readonly Key Id = Key.Need("id", new NameShape(), "The claim's id.");
    public static readonly Key Says = Key.Maybe("says", new TextShape(), "The claim in words.");
    public static readonly Key Measure = Key.Maybe("measure", MeasureKeys.Defined, "The figure it is about.");
    public static readonly Key HoldsWhen = Key.Maybe("holds-when", HoldsShape, "When the figure bears it out.");
    public static readonly Key Given = Key.With("given", new ChoiceShape("true", "false"), "false", "Put in by hand, not judged.");

    public static readonly EntryShape ClaimShape = new("a claim", [Id, Says, Measure, HoldsWhen, Given]);
}
