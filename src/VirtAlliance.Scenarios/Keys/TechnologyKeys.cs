namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of a technology.</summary>
internal static class TechnologyKeys
{
    public static readonly Key Openness = Key.Fraction("openness", "0", "How open it is, in [0, 1].");
    public static readonly Key Quality = Key.Any("quality", "0", "Quality at the start, in units of customers' quality taste.");
    public static readonly Key Knowledge = Key.With("knowledge-usd", new RealShape(0, openMin: true), "1e6", "Knowledge stock at the start [USD].");
    public static readonly Key Learning = Key.Any("learning", "0", "Quality gained per unit of ln(knowledge / knowledge at the start).");
    public static readonly Key Depreciation = Key.With("depreciation", new RealShape(0, 1, openMax: true), "0", "Share of the knowledge stock that wears off in a quarter.");
    public static readonly Key Community = Key.With("community-usd", new RealShape(0), "depreciation × knowledge-usd", "What its community adds in a quarter [USD].");
    public static readonly Key Spillover = Key.With("spillover", new MapShape(Refers.Technology, new RealShape(0, 1), "technology"), "{}", "Share of other technologies' effective research that it gains too.");

    public static readonly EntryShape Shape = new("a technology", [Openness, Quality, Knowledge, Learning, Depreciation, Community, Spillover]);
}
