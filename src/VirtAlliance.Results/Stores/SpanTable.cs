using System.Data.Common;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Spans of traces in the store. No digest depends on them.</summary>
internal static class SpanTable
{
    private const string Columns = "trace, span, parent, name, silo, run, quarter, began_utc_ticks, ticks, text";

    public static Task<int> Insert(Session session, SpanRow span) => session.Execute(
        $"INSERT INTO va_span ({Columns}) VALUES (@trace, @span, @parent, @name, @silo, @run, @quarter, @began, @ticks, @text) ON CONFLICT (trace, span) DO NOTHING",
        ("@trace", span.Trace), ("@span", span.Span), ("@parent", span.Parent), ("@name", span.Name), ("@silo", span.Silo), ("@run", span.Run),
        ("@quarter", (long?)span.Quarter), ("@began", span.BeganUtc.Ticks), ("@ticks", span.Took.Ticks), ("@text", span.Text));

    /// <summary>Roots of the run's quarters, in order; of one that was tried more than once the tries in their order.</summary>
    public static Task<List<SpanRow>> Quarters(Session session, string run) => session.Query(
        Row, $"SELECT {Columns} FROM va_span WHERE run = @run AND quarter IS NOT NULL AND parent IS NULL ORDER BY quarter, began_utc_ticks", ("@run", run));

    public static Task<List<SpanRow>> OfTrace(Session session, string trace) => session.Query(
        Row, $"SELECT {Columns} FROM va_span WHERE trace = @trace ORDER BY began_utc_ticks, span", ("@trace", trace));

    private static SpanRow Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : (int)row.GetInt64(6), new DateTime(row.GetInt64(7), DateTimeKind.Utc), new TimeSpan(row.GetInt64(8)), row.GetString(9));
}
