using VirtAlliance.Model.Firms;

namespace VirtAlliance.Contracts.Ledger.Records;

internal readonly struct VendorStatePart : IPart<VendorState>
{
    public static int MinBytes => 6;

    public static void Write(ref RecordWriter writer, VendorState part)
    {
        writer.Number((int)part.Status);
        writer.Number(part.MergedInto);
        writer.Number(part.CashCents);
        writer.Parts<ProductPrice, ProductPricePart>(part.Prices);
        writer.Numbers(part.RecentTakingsCents.AsSpan());
        writer.Texts(part.Invitations);
    }

    public static VendorState Read(ref RecordReader reader) => new(
        (VendorStatus)reader.Choice((int)VendorStatus.Merged),
        reader.Int(),
        reader.Number(),
        reader.Parts<ProductPrice, ProductPricePart>(),
        reader.Numbers(),
        reader.Texts());
}

internal readonly struct ProductPricePart : IPart<ProductPrice>
{
    public static int MinBytes => 10;

    public static void Write(ref RecordWriter writer, ProductPrice part)
    {
        writer.Number(part.Product);
        writer.Double(part.ExactCents);
        writer.Number(part.HeldUntil);
    }

    public static ProductPrice Read(ref RecordReader reader) => new(reader.Int(), reader.Double(), reader.Int());
}

internal readonly struct TechnologyStatePart : IPart<TechnologyState>
{
    public static int MinBytes => 16;

    public static void Write(ref RecordWriter writer, TechnologyState part)
    {
        writer.Double(part.KnowledgeUsd);
        writer.Double(part.Quality);
    }

    public static TechnologyState Read(ref RecordReader reader) => new(reader.Double(), reader.Double());
}

internal readonly struct BooksPart : IPart<Books>
{
    public static int MinBytes => 10;

    public static void Write(ref RecordWriter writer, Books part)
    {
        writer.Number(part.BookingsCents);
        writer.Number(part.CostCents);
        writer.Number(part.ResearchCents);
        writer.Number(part.DuesCents);
        writer.Number(part.FixedCents);
        writer.Number(part.ComplementsCents);
        writer.Number(part.FranchiseCents);
        writer.Number(part.CommissionReceivedCents);
        writer.Number(part.CommissionPaidCents);
        writer.Number(part.PoolCents);
    }

    public static Books Read(ref RecordReader reader) => new()
    {
        BookingsCents = reader.Number(),
        CostCents = reader.Number(),
        ResearchCents = reader.Number(),
        DuesCents = reader.Number(),
        FixedCents = reader.Number(),
        ComplementsCents = reader.Number(),
        FranchiseCents = reader.Number(),
        CommissionReceivedCents = reader.Number(),
        CommissionPaidCents = reader.Number(),
        PoolCents = reader.Number(),
    };
}
