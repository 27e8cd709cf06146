using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Ledger.Records;

internal readonly struct OpeningRecordPart : IPart<OpeningRecord>
{
    public static int MinBytes => 10;

    public static void Write(ref RecordWriter writer, OpeningRecord part)
    {
        writer.Parts<ImmutableArray<double>, DoublesPart>(part.Likings);
        writer.Doubles(part.Conduct.AsSpan());
        MarketStatePart.Write(ref writer, part.Initial);
    }

    public static OpeningRecord Read(ref RecordReader reader) =>
        new(reader.Parts<ImmutableArray<double>, DoublesPart>(), reader.Doubles(), MarketStatePart.Read(ref reader));
}

internal readonly struct QuarterRecordPart : IPart<QuarterRecord>
{
    public static int MinBytes => 15;

    public static void Write(ref RecordWriter writer, QuarterRecord part)
    {
        MarketConditionsPart.Write(ref writer, part.Conditions);
        writer.Parts<Books, BooksPart>(part.Books);
        writer.Parts<PartnershipMessage, PartnershipMessagePart>(part.Messages);
        MarketStatePart.Write(ref writer, part.Closed);
    }

    public static QuarterRecord Read(ref RecordReader reader) => new(
        MarketConditionsPart.Read(ref reader),
        reader.Parts<Books, BooksPart>(),
        reader.Parts<PartnershipMessage, PartnershipMessagePart>(),
        MarketStatePart.Read(ref reader));
}

/// <summary>A quarter after which somebody forecasts: its survey follows.</summary>
internal readonly struct SurveyedQuarterPart : IPart<QuarterRecord>
{
    public static int MinBytes => QuarterRecordPart.MinBytes + 1 + SegmentSurveyPart.MinBytes;

    public static void Write(ref RecordWriter writer, QuarterRecord part)
    {
        QuarterRecordPart.Write(ref writer, part);
        writer.Parts<SegmentSurvey, SegmentSurveyPart>(part.Closed.Surveys);
    }

    public static QuarterRecord Read(ref RecordReader reader)
    {
        var quarter = QuarterRecordPart.Read(ref reader);
        var surveys = reader.Parts<SegmentSurvey, SegmentSurveyPart>();
        return surveys.IsEmpty ? throw reader.Bad("announces a survey and has none") : quarter with { Closed = quarter.Closed with { Surveys = surveys } };
    }
}

/// <summary>Without surveys: these stand at a record's end, if anywhere.</summary>
internal readonly struct MarketStatePart : IPart<MarketState>
{
    public static int MinBytes => 8;

    public static void Write(ref RecordWriter writer, MarketState part)
    {
        writer.Number(part.Quarter);
        writer.Parts<VendorState, VendorStatePart>(part.Vendors);
        writer.Parts<AllianceState, AllianceStatePart>(part.Alliances);
        writer.Parts<TechnologyState, TechnologyStatePart>(part.Technologies);
        writer.Doubles(part.SteeredQuality.AsSpan());
        writer.Numbers(part.PostedCents.AsSpan());
        writer.Parts<CustomerTotals, CustomerTotalsPart>(part.Segments);
        writer.Parts<PanelFigures, PanelFiguresPart>(part.Panels);
    }

    public static MarketState Read(ref RecordReader reader) => new(
        reader.Int(),
        reader.Parts<VendorState, VendorStatePart>(),
        reader.Parts<AllianceState, AllianceStatePart>(),
        reader.Parts<TechnologyState, TechnologyStatePart>(),
        reader.Doubles(),
        reader.Numbers(),
        reader.Parts<CustomerTotals, CustomerTotalsPart>(),
        reader.Parts<PanelFigures, PanelFiguresPart>());
}

internal readonly struct DoublesPart : IPart<ImmutableArray<double>>
{
    public static int MinBytes => 1;

    public static void Write(ref RecordWriter writer, ImmutableArray<double> part) => writer.Doubles(part.AsSpan());

    public static ImmutableArray<double> Read(ref RecordReader reader) => reader.Doubles();
}
