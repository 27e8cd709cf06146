using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Contracts.Ledger.Records;

internal readonly struct AllianceStatePart : IPart<AllianceState>
{
    public static int MinBytes => 20;

    public static void Write(ref RecordWriter writer, AllianceState part)
    {
        writer.Text(part.Id);
        writer.Number(part.Terms);
        writer.Number((int)part.Status);
        writer.Number(part.Leader);
        writer.Number(part.FoundedIn);
        writer.Parts<Member, MemberPart>(part.Members);
        writer.Parts<VendorAmount, VendorAmountPart>(part.DuesPaid);
        writer.Number(part.PoolCents);
        writer.Double(part.MarketingStockUsd);
        writer.Number(part.IncomeCents);
        writer.Number(part.ResearchCents);
        writer.Number(part.MarketingCents);
        writer.Parts<VendorAmount, VendorAmountPart>(part.Refunds);
    }

    public static AllianceState Read(ref RecordReader reader) => new()
    {
        Id = reader.Text(),
        Terms = reader.Int(),
        Status = (AllianceStatus)reader.Choice((int)AllianceStatus.Dissolved),
        Leader = reader.Int(),
        FoundedIn = reader.Int(),
        Members = reader.Parts<Member, MemberPart>(),
        DuesPaid = reader.Parts<VendorAmount, VendorAmountPart>(),
        PoolCents = reader.Number(),
        MarketingStockUsd = reader.Double(),
        IncomeCents = reader.Number(),
        ResearchCents = reader.Number(),
        MarketingCents = reader.Number(),
        Refunds = reader.Parts<VendorAmount, VendorAmountPart>(),
    };
}

internal readonly struct MemberPart : IPart<Member>
{
    public static int MinBytes => 3;

    public static void Write(ref RecordWriter writer, Member part)
    {
        writer.Number(part.Vendor);
        writer.Number(part.Tier);
        writer.Number(part.UnpaidQuarters);
    }

    public static Member Read(ref RecordReader reader) => new(reader.Int(), reader.Int(), reader.Int());
}

internal readonly struct VendorAmountPart : IPart<VendorAmount>
{
    public static int MinBytes => 2;

    public static void Write(ref RecordWriter writer, VendorAmount part)
    {
        writer.Number(part.Vendor);
        writer.Number(part.Cents);
    }

    public static VendorAmount Read(ref RecordReader reader) => new(reader.Int(), reader.Number());
}

internal readonly struct PartnershipMessagePart : IPart<PartnershipMessage>
{
    public static int MinBytes => 7;

    public static void Write(ref RecordWriter writer, PartnershipMessage part)
    {
        writer.Number(part.Round);
        writer.Number((int)part.Kind);
        writer.Number(part.Vendor);
        writer.Text(part.Alliance);
        writer.Number(part.Number);
        writer.Number(part.Tier);
        writer.Number(part.Cents);
    }

    public static PartnershipMessage Read(ref RecordReader reader) => new(
        reader.Int(), (MessageKind)reader.Choice((int)MessageKind.Founding), reader.Int(), reader.Text(), reader.Int(), reader.Int(), reader.Number());
}
