using VirtAlliance.Model.Definition;

namespace VirtAlliance.Results.Tables;

/// <summary>Vendors' books, a row per vendor and quarter.</summary>
internal static class VendorsTable
{
    public static ResultTable Table { get; } = ResultTable.ByQuarter(
        "vendors", 1,
        "vendor, bookings_usd, cost_usd, research_usd, dues_usd, fixed_usd, complements_usd, franchise_usd, commission_usd, pool_usd, profit_usd, cash_usd, alliances",
        Rows);

    private static IEnumerable<object?[]> Rows(StoredRun run, int quarter)
    {
        var (market, record) = (run.Market, run.History.Quarters[quarter]);
        foreach (var v in TableOrder.Of(market).Vendors)
        {
            var books = record.Books[v];
            yield return run.Line(
                quarter, market.Vendors[v].Id, new Money(books.BookingsCents), new Money(books.CostCents), new Money(books.ResearchCents), new Money(books.DuesCents),
                new Money(books.FixedCents), new Money(books.ComplementsCents), new Money(books.FranchiseCents),
                new Money(books.CommissionReceivedCents - books.CommissionPaidCents), new Money(books.PoolCents), new Money(books.ProfitCents),
                new Money(record.Closed.Vendors[v].CashCents), string.Join(';', record.Closed.Alliances.Where(a => a.Has(v)).Select(a => a.Id)));
        }
    }
}
