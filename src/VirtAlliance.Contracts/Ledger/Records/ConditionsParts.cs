using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Contracts.Ledger.Records;

internal readonly struct MarketConditionsPart : IPart<MarketConditions>
{
    public static int MinBytes => 5;

    public static void Write(ref RecordWriter writer, MarketConditions part)
    {
        writer.Number(part.Quarter);
        writer.Parts<ProductConditions, ProductConditionsPart>(part.Products);
        writer.Parts<TechnologyConditions, TechnologyConditionsPart>(part.Technologies);
        writer.Numbers(part.FranchiseOwners.AsSpan());
        writer.Parts<SegmentConditions, SegmentConditionsPart>(part.Segments);
    }

    public static MarketConditions Read(ref RecordReader reader) => new(
        reader.Int(),
        reader.Parts<ProductConditions, ProductConditionsPart>(),
        reader.Parts<TechnologyConditions, TechnologyConditionsPart>(),
        reader.Ints(),
        reader.Parts<SegmentConditions, SegmentConditionsPart>());
}

internal readonly struct ProductConditionsPart : IPart<ProductConditions>
{
    public static int MinBytes => 19;

    public static void Write(ref RecordWriter writer, ProductConditions part)
    {
        writer.Number(part.Owner);
        writer.Boolean(part.OnOffer);
        writer.Number(part.PriceCents);
        writer.Double(part.Quality);
        writer.Double(part.Marketing);
    }

    public static ProductConditions Read(ref RecordReader reader) =>
        new(reader.Int(), reader.Boolean(), reader.Number(), reader.Double(), reader.Double());
}

internal readonly struct TechnologyConditionsPart : IPart<TechnologyConditions>
{
    public static int MinBytes => 16;

    public static void Write(ref RecordWriter writer, TechnologyConditions part)
    {
        writer.Double(part.Openness);
        writer.Double(part.Network);
    }

    public static TechnologyConditions Read(ref RecordReader reader) => new(reader.Double(), reader.Double());
}

internal readonly struct SegmentConditionsPart : IPart<SegmentConditions>
{
    public static int MinBytes => 5;

    public static void Write(ref RecordWriter writer, SegmentConditions part)
    {
        writer.Number(part.Customers);
        writer.Number(part.Adopters);
        writer.Number(part.AdoptersOf);
        writer.Numbers(part.PriceCents.AsSpan());
        writer.Doubles(part.Reach.AsSpan());
    }

    public static SegmentConditions Read(ref RecordReader reader) =>
        new(reader.Number(), reader.Number(), reader.Number(), reader.Numbers(), reader.Doubles());
}
