using VirtAlliance.Results.Tables;

namespace VirtAlliance.Results.Comparisons;

/// <summary>Compares the rows that two runs add to a table in one quarter, as they would be written.</summary>
internal static class TableComparison
{
    /// <summary>The first figure that differs, in the table's order; null: none does.</summary>
    public static Difference? First(ResultTable table, string quarter, IEnumerable<object?[]> first, IEnumerable<object?[]> second)
    {
        var others = second.Select(row => row.Select(Cell.Text).ToArray()).ToDictionary(row => Key(table, row), StringComparer.Ordinal);
        foreach (var row in first.Select(row => row.Select(Cell.Text).ToArray()))
        {
            var key = Key(table, row);
            if (!others.Remove(key, out var other)) return new Difference(quarter, table.Name, key, "", "a row", null);
            for (var c = ResultTable.FirstKey + table.Keys; c < row.Length; c++)
                if (row[c] != other[c]) return new Difference(quarter, table.Name, key, table.Columns[c], row[c], other[c]);
        }
        return others.Count == 0 ? null : new Difference(quarter, table.Name, others.Keys.Min(StringComparer.Ordinal)!, "", null, "a row");
    }

    private static string Key(ResultTable table, string[] row) =>
        string.Join(", ", Enumerable.Range(ResultTable.FirstKey, table.Keys).Select(c => $"{table.Columns[c]} {row[c]}"));
}
