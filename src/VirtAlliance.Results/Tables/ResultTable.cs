using System.Collections.Immutable;

namespace VirtAlliance.Results.Tables;

/// <summary>A table of results: its name, its columns, and the rows that a run adds to it.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Columns">In their order.</param>
/// <param name="Rows">A value per column: texts, whole numbers, doubles, <see cref="Money"/>, quarters; null where there is none.</param>
public sealed record ResultTable(string Name, ImmutableArray<string> Columns, Func<StoredRun, IEnumerable<object?[]>> Rows)
{
    /// <summary>All tables by quarter, in the order of the documentation.</summary>
    public static ImmutableArray<ResultTable> All { get; } =
    [
        ProductsTable.Table, SegmentsTable.Table, VendorsTable.Table, MarketsTable.Table, ElasticitiesTable.Table, MessagesTable.Table,
    ];

    /// <summary>A table with a row per run, quarter and more.</summary>
    internal static ResultTable ByQuarter(string name, string columns, Func<StoredRun, int, IEnumerable<object?[]>> rows) =>
        new(name, ["run", "arm", "replicate", "quarter", .. columns.Split(", ")], run => Enumerable.Range(0, run.History.Quarters.Length).SelectMany(quarter => rows(run, quarter)));
}
