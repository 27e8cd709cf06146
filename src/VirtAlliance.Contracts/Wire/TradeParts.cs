using VirtAlliance.Contracts.Ledger.Records;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Wire;

internal readonly struct SurveyedStatePart : IPart<MarketState>
{
    public static int MinBytes => MarketStatePart.MinBytes + 1;

    public static void Write(ref RecordWriter writer, MarketState part)
    {
        MarketStatePart.Write(ref writer, part);
        writer.Parts<SegmentSurvey, SegmentSurveyPart>(part.Surveys);
    }

    public static MarketState Read(ref RecordReader reader) => MarketStatePart.Read(ref reader) with { Surveys = reader.Parts<SegmentSurvey, SegmentSurveyPart>() };
}

internal readonly struct VendorOfferPart : IPart<VendorOffer>
{
    public static int MinBytes => 2;

    public static void Write(ref RecordWriter writer, VendorOffer part)
    {
        writer.Number(part.Vendor);
        writer.Parts<ProductPrice, ProductPricePart>(part.Prices);
    }

    public static VendorOffer Read(ref RecordReader reader) => new(reader.Int(), reader.Parts<ProductPrice, ProductPricePart>());
}

internal readonly struct SettlementTermsPart : IPart<SettlementTerms>
{
    public static int MinBytes => 3;

    public static void Write(ref RecordWriter writer, SettlementTerms part)
    {
        writer.Numbers(part.CommissionReceived.AsSpan());
        writer.Numbers(part.CommissionPaid.AsSpan());
        writer.Numbers(part.Refunds.AsSpan());
    }

    public static SettlementTerms Read(ref RecordReader reader) => new(reader.Numbers(), reader.Numbers(), reader.Numbers());
}

internal readonly struct TradedQuarterPart : IPart<TradedQuarter>
{
    public static int MinBytes => MarketConditionsPart.MinBytes + 3;

    public static void Write(ref RecordWriter writer, TradedQuarter part)
    {
        MarketConditionsPart.Write(ref writer, part.Conditions);
        writer.Parts<CustomerTotals, CustomerTotalsPart>(part.Segments);
        writer.Parts<PanelFigures, PanelFiguresPart>(part.Panels);
        writer.Parts<SegmentSurvey, SegmentSurveyPart>(part.Surveys);
    }

    public static TradedQuarter Read(ref RecordReader reader) => new(
        MarketConditionsPart.Read(ref reader),
        reader.Parts<CustomerTotals, CustomerTotalsPart>(),
        reader.Parts<PanelFigures, PanelFiguresPart>())
    {
        Surveys = reader.Parts<SegmentSurvey, SegmentSurveyPart>(),
    };
}

internal readonly struct VendorSettlementPart : IPart<VendorSettlement>
{
    public static int MinBytes => BooksPart.MinBytes + VendorStatePart.MinBytes + 3;

    public static void Write(ref RecordWriter writer, VendorSettlement part)
    {
        writer.Number(part.Vendor);
        BooksPart.Write(ref writer, part.Books);
        VendorStatePart.Write(ref writer, part.Closed);
        writer.Numbers(part.OrderedSeatQuarters.AsSpan());
        writer.Parts<PartnershipMessage, PartnershipMessagePart>(part.Contributions);
    }

    public static VendorSettlement Read(ref RecordReader reader) => new(
        reader.Int(),
        BooksPart.Read(ref reader),
        VendorStatePart.Read(ref reader),
        reader.Numbers(),
        reader.Parts<PartnershipMessage, PartnershipMessagePart>());
}

internal readonly struct AllianceDecisionPart : IPart<AllianceDecision>
{
    public static int MinBytes => AllianceStatePart.MinBytes + 1;

    public static void Write(ref RecordWriter writer, AllianceDecision part)
    {
        AllianceStatePart.Write(ref writer, part.State);
        writer.Parts<PartnershipMessage, PartnershipMessagePart>(part.Sent);
    }

    public static AllianceDecision Read(ref RecordReader reader) =>
        new(AllianceStatePart.Read(ref reader), reader.Parts<PartnershipMessage, PartnershipMessagePart>());
}
