namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of a segment.</summary>
internal static class SegmentKeys
{
    public static readonly Key Customers = Key.Need("customers", new WholeShape(1, uint.MaxValue), "Customers in the first quarter.");
    public static readonly Key Growth = Key.With("growth", new RealShape(0, 10), "0", "Newcomers a quarter, as a fraction of customers.");
    public static readonly Key StandsFor = Key.With("stands-for", new WholeShape(1, 1_000_000_000), "1", "Real seats that each seat stands for.");
    public static readonly Key Seats = Key.Maybe("seats", SeatsKeys.Shape, "Seats of a customer's estate.");
    public static readonly Key Contract = Key.With("contract-quarters", new WholeShape(1, 400), "4", "Length of a contract.");
    public static readonly Key Adoption = Key.Maybe("adoption", AdoptionKeys.Shape, "How customers without a product come into the market.");
    public static readonly Key PriceTaste = Taste("price-taste", "0", "ln of utils per 100 USD per seat and quarter.");
    public static readonly Key QualityTaste = Taste("quality-taste", "1", "Utils per unit of quality.");
    public static readonly Key OpennessTaste = Taste("openness-taste", "0", "Utils at full openness.");
    public static readonly Key SwitchingCost = Taste("switching-cost", "1", "Utils lost by switching.");
    public static readonly Key NetworkTaste = Key.Any("network-taste", "0", "Utils at a technology's network share of 1.");
    public static readonly Key InsideValue = Key.Any("inside-value", "0.5", "Share-weighted mean utility of the solved products at the start [utils].");
    public static readonly Key Franchises = Key.With("franchises", new MapShape(Refers.Vendor, new RealShape(0, 1), "vendor"), "{}", "Share of customers that hold a vendor's franchise.");
    public static readonly Key Reach = Key.With("reach", new MapShape(Refers.Product, new RealShape(0, 1), "product"), "{}", "Reach of products; 1 for those left out.");
    public static readonly Key Shares = Key.Maybe("shares", new MapShape(Refers.Product | Refers.None, new RealShape(0, 1), "product or none"), "Shares of customers at the start, none included, summing to 1.");
    public static readonly Key Liking = Key.Maybe("liking", new MapShape(Refers.Product, new RealShape(), "product"), "Stated likings [utils]; others are solved from shares.");

    private static readonly Key[] All =
    [
        Customers, Growth, StandsFor, Seats, Contract, Adoption, PriceTaste, QualityTaste, OpennessTaste, SwitchingCost, NetworkTaste, InsideValue, Franchises, Reach, Shares, Liking,
    ];

    /// <summary>Customers may come from the segment defaults, so that it is not required here; <see cref="Checking"/> sees to it.</summary>
    public static readonly EntryShape DefaultsShape = new("the segment defaults", [.. All.Select(k => k with { Required = false })]);

    public static readonly EntryShape Shape = new("a segment", [.. All.Select(k => k with { Required = false })]);

    private static Key Taste(string name, string mean, string doc) => Key.With(name, new EitherShape(new RealShape(), TasteKeys.Shape(mean)), mean, $"{doc} A mean, or {{mean, spread}}.");
}

/// <summary>Keys of a taste that is more than a mean.</summary>
internal static class TasteKeys
{
    public static readonly Key Spread = Key.Size("spread", "0", "Standard deviation over customers.");

    public static Key Mean(string mean) => Key.Any("mean", mean, "Mean over customers.");

    public static EntryShape Shape(string mean) => new("a taste", [Mean(mean), Spread]);
}

/// <summary>Keys of a segment's seats.</summary>
internal static class SeatsKeys
{
    public static readonly Key Median = Key.With("median", new RealShape(0, 65_535, openMin: true), "1", "Median seats of an estate.");
    public static readonly Key Spread = Key.With("spread", new RealShape(0, 20), "0", "Standard deviation of ln seats.");

    public static readonly EntryShape Shape = new("seats", [Median, Spread]);
}

/// <summary>Keys of a segment's adoption.</summary>
internal static class AdoptionKeys
{
    public static readonly Key Innovation = Key.Fraction("innovation", "0.003", "Probability a quarter that a customer without a product tries on its own.");
    public static readonly Key Imitation = Key.Size("imitation", "0.17", "The same per share of customers with a product.");

    public static readonly EntryShape Shape = new("adoption", [Innovation, Imitation]);
}
