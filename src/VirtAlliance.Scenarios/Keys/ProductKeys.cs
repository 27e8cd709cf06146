namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of a product.</summary>
internal static class ProductKeys
{
    public static readonly Key Vendor = Key.Need("vendor", new ReferenceShape(Refers.Vendor), "Who sells it.");
    public static readonly Key Technology = Key.Need("technology", new ReferenceShape(Refers.Technology), "What it is built on.");
    public static readonly Key Price = Key.Usd("price-usd", null, "Price in the first quarter [USD per seat and quarter].", required: true) with { Shape = new RealShape(0, 1e9) };
    public static readonly Key UnitCost = Key.With("unit-cost-usd", new RealShape(0, 1e9), "0", "[USD per seat and quarter]");
    public static readonly Key Quality = Key.Any("quality", "0", "Its own quality, on top of its technology's.");
    public static readonly Key Enters = Key.With("enters", new EitherShape(new QuarterShape(inRun: true), new ChoiceShape("start", "never")), "start", "First quarter on offer; never: only if an event says so.");
    public static readonly Key Withdrawn = Key.With("withdrawn", new EitherShape(new QuarterShape(inRun: true), new ChoiceShape("never")), "never", "First quarter no longer on offer.");

    public static readonly EntryShape Shape = new("a product", [Vendor, Technology, Price, UnitCost, Quality, Enters, Withdrawn]);
}
