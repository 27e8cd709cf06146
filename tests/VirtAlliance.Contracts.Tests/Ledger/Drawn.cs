using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Partnership;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Tests.Ledger;

/// <summary>Records of any content, sense or not: all that a codec may meet.</summary>
internal static class Drawn
{
    private static readonly Gen<long> Number = Gen.OneOf(Gen.Long, Gen.Long[-200, 200], Gen.Const(long.MinValue), Gen.Const(long.MaxValue));

    private static readonly Gen<int> Index = Gen.OneOf(Gen.Int, Gen.Int[-1, 300]);

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char['a', 'z'], 0, 12], Gen.Const("überall–北"));

    private static readonly Gen<ProductPrice> Price = Gen.Select(Index, Gen.Double, Index, (p, c, h) => new ProductPrice(p, c, h));

    private static readonly Gen<VendorState> Vendor = Gen.Select(
        Gen.Enum<VendorStatus>(), Index, Number, Many(Price), Many(Number), Many(Text),
        (status, into, cash, prices, takings, invitations) => new VendorState(status, into, cash, prices, takings, invitations));

    private static readonly Gen<VendorAmount> Amount = Gen.Select(Index, Number, (v, c) => new VendorAmount(v, c));

    private static readonly Gen<AllianceState> Alliance =
        from id in Text
        from terms in Index
        from status in Gen.Enum<AllianceStatus>()
        from leader in Index
        from founded in Index
        from members in Many(Gen.Select(Index, Index, Index, (v, t, u) => new Member(v, t, u)))
        from paid in Many(Amount)
        from money in Number.Array[4]
        from stock in Gen.Double
        from refunds in Many(Amount)
        select new AllianceState
        {
            Id = id, Terms = terms, Status = status, Leader = leader, FoundedIn = founded, Members = members, DuesPaid = paid, PoolCents = money[0],
            MarketingStockUsd = stock, IncomeCents = money[1], ResearchCents = money[2], MarketingCents = money[3], Refunds = refunds,
        };

    private static readonly Gen<CustomerTotals> Totals = Gen.Select(
        Many(Number), Many(Number), Many(Number), Many(Number), Many(Number), (a, b, c, d, e) => new CustomerTotals(a, b, c, d, e));

    private static readonly Gen<PanelFigures> Panel =
        from size in Gen.Int[0, 4]
        from demand in Number.Array[size]
        from lambda in Number.Array[size]
        from gamma in Gen.OneOf(Number.Array[size * size], Number.Array[size * size].Select(g => Symmetric(g, size)), Number.Array[0, 7])
        from surplus in Number
        select new PanelFigures([.. demand], [.. lambda], [.. gamma], surplus);

    private static readonly Gen<MarketState> State = Gen.Select(
        Index, Many(Vendor), Many(Alliance), Many(Gen.Select(Gen.Double, Gen.Double, (k, q) => new TechnologyState(k, q))),
        Gen.Select(Many(Gen.Double), Many(Number)), Many(Totals), Many(Panel),
        (quarter, vendors, alliances, technologies, perProduct, segments, panels) =>
            new MarketState(quarter, vendors, alliances, technologies, perProduct.Item1, perProduct.Item2, segments, panels));

    private static readonly Gen<Books> Book = Number.Array[10].Select(n => new Books
    {
        BookingsCents = n[0], CostCents = n[1], ResearchCents = n[2], DuesCents = n[3], FixedCents = n[4], ComplementsCents = n[5], FranchiseCents = n[6],
        CommissionReceivedCents = n[7], CommissionPaidCents = n[8], PoolCents = n[9],
    });

    private static readonly Gen<PartnershipMessage> Message = Gen.Select(
        Index, Gen.Enum<MessageKind>(), Index, Text, Index, Index, Number, (r, k, v, a, n, t, c) => new PartnershipMessage(r, k, v, a, n, t, c));

    public static readonly Gen<MarketConditions> Conditions = Gen.Select(
        Index,
        Many(Gen.Select(Index, Gen.Bool, Number, Gen.Double, Gen.Double, (o, on, p, q, m) => new ProductConditions(o, on, p, q, m))),
        Many(Gen.Select(Gen.Double, Gen.Double, (o, n) => new TechnologyConditions(o, n))),
        Many(Index),
        Many(Gen.Select(Number, Number, Number, Many(Number), Many(Gen.Double), (n, a, of, p, r) => new SegmentConditions(n, a, of, p, r))),
        (quarter, products, technologies, franchises, segments) => new MarketConditions(quarter, products, technologies, franchises, segments));

    public static readonly Gen<OpeningRecord> Opening =
        Gen.Select(Many(Many(Gen.Double)), Many(Gen.Double), State, (likings, conduct, initial) => new OpeningRecord(likings, conduct, initial));

    private static readonly Gen<SegmentSurvey> Survey = Gen.Select(Many(Gen.Byte), Many(Gen.Byte), (products, franchises) => new SegmentSurvey(products, franchises));

    public static readonly Gen<QuarterRecord> Quarter = Gen.Select(
        Conditions, Many(Book), Many(Message), State, Many(Survey),
        (conditions, books, messages, closed, surveys) => new QuarterRecord(conditions, books, messages, closed with { Surveys = surveys }));

    private static Gen<ImmutableArray<T>> Many<T>(Gen<T> each) => each.Array[0, 4].Select(items => ImmutableArray.Create(items));

    private static long[] Symmetric(long[] matrix, int size)
    {
        var mirrored = matrix.ToArray();
        for (var row = 0; row < size; row++)
            for (var column = 0; column < row; column++) mirrored[row * size + column] = matrix[column * size + row];
        return mirrored;
    }
}
