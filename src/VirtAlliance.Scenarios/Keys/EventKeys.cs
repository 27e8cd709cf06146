namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of an event.</summary>
internal static class EventKeys
{
    public static readonly Key At = Key.Need("at", new QuarterShape(inRun: true), "When.");
    public static readonly Key Price = Key.Maybe("price", PriceEventKeys.Shape, "A price moves.");
    public static readonly Key Shock = Key.Maybe("shock", ShockKeys.Shape, "A technology's quality or a product's reach changes.");
    public static readonly Key Enters = Key.Maybe("enters", new ReferenceShape(Refers.Product), "A product comes on offer (again).");
    public static readonly Key Withdraws = Key.Maybe("withdraws", new ReferenceShape(Refers.Product), "A product goes off offer.");
    public static readonly Key VendorExits = Key.Maybe("vendor-exits", new ReferenceShape(Refers.Vendor), "A vendor gives up.");
    public static readonly Key Merger = Key.Maybe("merger", MergerKeys.Shape, "A vendor is taken over whole.");
    public static readonly Key Founds = Key.Maybe("founds", new ReferenceShape(Refers.Alliance), "An alliance is founded.");
    public static readonly Key Joins = Key.Maybe("joins", JoinsKeys.Shape, "A vendor applies to an alliance.");
    public static readonly Key Leaves = Key.Maybe("leaves", LeavesKeys.Shape, "A vendor leaves an alliance.");

    public static readonly EntryShape Shape = new("an event", [At, Price, Shock, Enters, Withdraws, VendorExits, Merger, Founds, Joins, Leaves],
        ["price", "shock", "enters", "withdraws", "vendor-exits", "merger", "founds", "joins", "leaves"]);
}

/// <summary>Keys of a price event.</summary>
internal static class PriceEventKeys
{
    public static readonly Key Product = Key.Need("product", new ReferenceShape(Refers.Product), "Whose price.");
    public static readonly Key By = Key.Maybe("by", new RealShape(-1, 1_000), "Fraction of the price in force.");
    public static readonly Key ToUsd = Key.Maybe("to-usd", new RealShape(0, 1e9), "New price [USD per seat and quarter].");
    public static readonly Key Hold = Key.With("hold-quarters", new WholeShape(0, ScenarioKeys.MaxQuarters), "0", "Quarters in which a rule may not move the price, this one counted; for a surcharge its length, 0 being for good.");
    public static readonly Key Segments = Key.With("segments", new ListShape(new ReferenceShape(Refers.Segment)), "everywhere", "Where it holds, as a surcharge on the posted price.");

    public static readonly EntryShape Shape = new("a price event", [Product, By, ToUsd, Hold, Segments], ["by", "to-usd"]);
}

/// <summary>Keys of a shock.</summary>
internal static class ShockKeys
{
    public static readonly Key Technology = Key.Maybe("technology", new ReferenceShape(Refers.Technology), "Whose quality changes.");
    public static readonly Key Quality = Key.Maybe("quality", new RealShape(), "What is added to it.");
    public static readonly Key Segment = Key.Maybe("segment", new ReferenceShape(Refers.Segment), "Where reach changes.");
    public static readonly Key Product = Key.Maybe("product", new ReferenceShape(Refers.Product), "Whose reach changes.");
    public static readonly Key Reach = Key.Maybe("reach", new RealShape(0, 1), "The new reach.");

    public static readonly EntryShape Shape = new("a shock", [Technology, Quality, Segment, Product, Reach], ["technology", "segment"]);
}

/// <summary>Keys of a merger.</summary>
internal static class MergerKeys
{
    public static readonly Key Vendor = Key.Need("vendor", new ReferenceShape(Refers.Vendor), "Who is taken over.");
    public static readonly Key Into = Key.Need("into", new ReferenceShape(Refers.Vendor), "By whom.");

    public static readonly EntryShape Shape = new("a merger", [Vendor, Into]);
}

/// <summary>Keys of a joining.</summary>
internal static class JoinsKeys
{
    public static readonly Key Alliance = Key.Need("alliance", new ReferenceShape(Refers.Alliance), "Which alliance.");
    public static readonly Key Vendor = Key.Need("vendor", new ReferenceShape(Refers.Vendor), "Who.");
    public static readonly Key Tier = Key.With("tier", new TextShape(), "the first tier", "In which tier.");

    public static readonly EntryShape Shape = new("a joining", [Alliance, Vendor, Tier]);
}

/// <summary>Keys of a leaving.</summary>
internal static class LeavesKeys
{
    public static readonly Key Alliance = Key.Need("alliance", new ReferenceShape(Refers.Alliance), "Which alliance.");
    public static readonly Key Vendor = Key.Need("vendor", new ReferenceShape(Refers.Vendor), "Who.");

    public static readonly EntryShape Shape = new("a leaving", [Alliance, Vendor]);
}
