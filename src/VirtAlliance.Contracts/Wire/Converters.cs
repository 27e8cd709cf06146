using VirtAlliance.Contracts.Ledger.Records;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Wire;

[RegisterConverter]
internal sealed class MarketStateConverter : IConverter<MarketState, Packed>
{
    public Packed ConvertToSurrogate(in MarketState value) => Packed.Of<MarketState, SurveyedStatePart>(value);

    public MarketState ConvertFromSurrogate(in Packed packed) => packed.Open<MarketState, SurveyedStatePart>();
}

[RegisterConverter]
internal sealed class OpeningRecordConverter : IConverter<OpeningRecord, Packed>
{
    public Packed ConvertToSurrogate(in OpeningRecord value) => Packed.Of<OpeningRecord, OpeningRecordPart>(value);

    public OpeningRecord ConvertFromSurrogate(in Packed packed) => packed.Open<OpeningRecord, OpeningRecordPart>();
}

[RegisterConverter]
internal sealed class CustomerTotalsConverter : IConverter<CustomerTotals, Packed>
{
    public Packed ConvertToSurrogate(in CustomerTotals value) => Packed.Of<CustomerTotals, CustomerTotalsPart>(value);

    public CustomerTotals ConvertFromSurrogate(in Packed packed) => packed.Open<CustomerTotals, CustomerTotalsPart>();
}

[RegisterConverter]
internal sealed class PanelFiguresConverter : IConverter<PanelFigures, Packed>
{
    public Packed ConvertToSurrogate(in PanelFigures value) => Packed.Of<PanelFigures, PanelFiguresPart>(value);

    public PanelFigures ConvertFromSurrogate(in Packed packed) => packed.Open<PanelFigures, PanelFiguresPart>();
}

[RegisterConverter]
internal sealed class SegmentSurveyConverter : IConverter<SegmentSurvey, Packed>
{
    public Packed ConvertToSurrogate(in SegmentSurvey value) => Packed.Of<SegmentSurvey, SegmentSurveyPart>(value);

    public SegmentSurvey ConvertFromSurrogate(in Packed packed) => packed.Open<SegmentSurvey, SegmentSurveyPart>();
}

[RegisterConverter]
internal sealed class VendorStateConverter : IConverter<VendorState, Packed>
{
    public Packed ConvertToSurrogate(in VendorState value) => Packed.Of<VendorState, VendorStatePart>(value);

    public VendorState ConvertFromSurrogate(in Packed packed) => packed.Open<VendorState, VendorStatePart>();
}

[RegisterConverter]
internal sealed class VendorOfferConverter : IConverter<VendorOffer, Packed>
{
    public Packed ConvertToSurrogate(in VendorOffer value) => Packed.Of<VendorOffer, VendorOfferPart>(value);

    public VendorOffer ConvertFromSurrogate(in Packed packed) => packed.Open<VendorOffer, VendorOfferPart>();
}

[RegisterConverter]
internal sealed class SettlementTermsConverter : IConverter<SettlementTerms, Packed>
{
    public Packed ConvertToSurrogate(in SettlementTerms value) => Packed.Of<SettlementTerms, SettlementTermsPart>(value);

    public SettlementTerms ConvertFromSurrogate(in Packed packed) => packed.Open<SettlementTerms, SettlementTermsPart>();
}

[RegisterConverter]
internal sealed class TradedQuarterConverter : IConverter<TradedQuarter, Packed>
{
    public Packed ConvertToSurrogate(in TradedQuarter value) => Packed.Of<TradedQuarter, TradedQuarterPart>(value);

    public TradedQuarter ConvertFromSurrogate(in Packed packed) => packed.Open<TradedQuarter, TradedQuarterPart>();
}

[RegisterConverter]
internal sealed class VendorSettlementConverter : IConverter<VendorSettlement, Packed>
{
    public Packed ConvertToSurrogate(in VendorSettlement value) => Packed.Of<VendorSettlement, VendorSettlementPart>(value);

    public VendorSettlement ConvertFromSurrogate(in Packed packed) => packed.Open<VendorSettlement, VendorSettlementPart>();
}

[RegisterConverter]
internal sealed class AllianceStateConverter : IConverter<AllianceState, Packed>
{
    public Packed ConvertToSurrogate(in AllianceState value) => Packed.Of<AllianceState, AllianceStatePart>(value);

    public AllianceState ConvertFromSurrogate(in Packed packed) => packed.Open<AllianceState, AllianceStatePart>();
}

[RegisterConverter]
internal sealed class AllianceDecisionConverter : IConverter<AllianceDecision, Packed>
{
    public Packed ConvertToSurrogate(in AllianceDecision value) => Packed.Of<AllianceDecision, AllianceDecisionPart>(value);

    public AllianceDecision ConvertFromSurrogate(in Packed packed) => packed.Open<AllianceDecision, AllianceDecisionPart>();
}

[RegisterConverter]
internal sealed class PartnershipMessageConverter : IConverter<PartnershipMessage, Packed>
{
    public Packed ConvertToSurrogate(in PartnershipMessage value) => Packed.Of<PartnershipMessage, PartnershipMessagePart>(value);

    public PartnershipMessage ConvertFromSurrogate(in Packed packed) => packed.Open<PartnershipMessage, PartnershipMessagePart>();
}

[RegisterConverter]
internal sealed class QuarterConditionsConverter : IConverter<QuarterConditions, Packed>
{
    public Packed ConvertToSurrogate(in QuarterConditions value) => new() { Bytes = value.Bytes };

    public QuarterConditions ConvertFromSurrogate(in Packed packed) => new(packed.Bytes);
}

[GenerateSerializer, Immutable, Alias("va.purchase-order")]
internal readonly record struct PurchaseOrderSurrogate(int Segment, int Product, long Seats, long SeatQuarters);

[RegisterConverter]
internal sealed class PurchaseOrderConverter : IConverter<PurchaseOrder, PurchaseOrderSurrogate>
{
    public PurchaseOrderSurrogate ConvertToSurrogate(in PurchaseOrder value) => new(value.Segment, value.Product, value.Seats, value.SeatQuarters);

    public PurchaseOrder ConvertFromSurrogate(in PurchaseOrderSurrogate order) => new(order.Segment, order.Product, order.Seats, order.SeatQuarters);
}
