using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Tables;

namespace VirtAlliance.Results.Comparisons;

/// <summary>Finds the first quarter and figure in which two runs differ. Figures that stand in tables go before what only records hold.</summary>
public static class RunComparison
{
    private const string Opening = "opening";

    /// <summary>Null: they are the same, record by record.</summary>
    public static Difference? First(StoredRun first, StoredRun second)
    {
        var (a, b) = (first.History.Quarters.Length, second.History.Quarters.Length);
        var quarters = Enumerable.Range(-1, 1 + Math.Min(a, b)).Where(quarter => !Same(quarter, first, second)).ToArray();
        return quarters.Select(quarter => InTables(quarter, first, second)).FirstOrDefault(d => d is not null)
            ?? quarters.Select(quarter => InRecords(quarter, first, second)).FirstOrDefault(d => d is not null)
            ?? (a == b ? null : new Difference(first.Calendar(Math.Min(a, b)).ToString(), RunsTable.Name, "", "quarters", Cell.Text(a), Cell.Text(b)));
    }

    /// <summary>In one quarter, or the opening (−1), that both have; null: nowhere.</summary>
    internal static Difference? In(int quarter, StoredRun first, StoredRun second) => InTables(quarter, first, second) ?? InRecords(quarter, first, second);

    private static bool Same(int quarter, StoredRun first, StoredRun second) => Record(quarter, first).AsSpan().SequenceEqual(Record(quarter, second));

    private static Difference? InTables(int quarter, StoredRun first, StoredRun second)
    {
        var (tables, name) = quarter < 0 ? ([OpeningFigures.Table], Opening) : (ResultTable.All, first.Calendar(quarter).ToString());
        return tables.Select(t => TableComparison.First(t, name, t.RowsOf(first, quarter), t.RowsOf(second, quarter))).FirstOrDefault(d => d is not null);
    }

    private static Difference? InRecords(int quarter, StoredRun first, StoredRun second)
    {
        var (a, b) = (Record(quarter, first), Record(quarter, second));
        return quarter < 0
            ? RecordComparison.First(Opening, RecordCodec.ReadOpening(a), RecordCodec.ReadOpening(b))
            : RecordComparison.First(first.Calendar(quarter).ToString(), RecordCodec.ReadQuarter(a), RecordCodec.ReadQuarter(b));
    }

    private static byte[] Record(int quarter, StoredRun run) =>
        quarter < 0 ? RecordCodec.Write(run.History.Opening) : RecordCodec.Write(run.History.Quarters[quarter]);
}
