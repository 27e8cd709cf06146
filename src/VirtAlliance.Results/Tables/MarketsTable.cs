using VirtAlliance.Model.Answers;

namespace VirtAlliance.Results.Tables;

/// <summary>The market as a whole, a row per quarter.</summary>
internal static class MarketsTable
{
    public static ResultTable Table { get; } = ResultTable.ByQuarter("markets", 0, "hhi_vendor, hhi_technology, consumer_surplus_usd, virtualized_share", Rows);

    private static IEnumerable<object?[]> Rows(StoredRun run, int quarter)
    {
        var (market, record) = (run.Market, run.History.Quarters[quarter]);
        var trades = Trade.ByProduct(market, record);
        Int128 surplus = 0;
        foreach (var panel in record.Closed.Panels) surplus += panel.SurplusCents;
        yield return run.Line(
            quarter, MarketShares.HerfindahlByVendor(market, record, trades), MarketShares.HerfindahlByTechnology(market, trades), new Money(surplus),
            MarketShares.Virtualized(trades));
    }
}
