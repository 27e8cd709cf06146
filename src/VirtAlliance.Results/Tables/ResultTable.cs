using System.Collections.Immutable;

namespace VirtAlliance.Results.Tables;

/// <summary>A table of results: its name, its columns, and the rows that a run adds to it in a quarter.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Columns">In their order; the first four name run and quarter.</param>
/// <param name="Keys">How many columns after those four tell a quarter's rows apart.</param>
/// <param name="RowsOf">A value per column: texts, whole numbers, doubles, <see cref="Money"/>, quarters; null where there is none.</param>
public sealed record ResultTable(string Name, ImmutableArray<string> Columns, int Keys, Func<StoredRun, int, IEnumerable<object?[]>> RowsOf)
{
    private static readonly ImmutableArray<string> OfEveryTable = ["run", "arm", "replicate", "quarter"];

    /// <summary>All tables by quarter, in the order of the documentation.</summary>
    public static ImmutableArray<ResultTable> All { get; } =
    [
        ProductsTable.Table, SegmentsTable.Table, VendorsTable.Table, MarketsTable.Table, ElasticitiesTable.Table, MessagesTable.Table,
    ];

    /// <summary>Columns that name run and quarter.</summary>
    internal static int FirstKey => OfEveryTable.Length;

    /// <summary>The rows of all quarters.</summary>
    public IEnumerable<object?[]> Rows(StoredRun run) => Enumerable.Range(0, run.History.Quarters.Length).SelectMany(quarter => RowsOf(run, quarter));

    /// <summary>A table with a row per run, quarter and <paramref name="keys"/>.</summary>
    internal static ResultTable ByQuarter(string name, int keys, string columns, Func<StoredRun, int, IEnumerable<object?[]>> rows) =>
        new(name, [.. OfEveryTable, .. columns.Split(", ")], keys, rows);
}
