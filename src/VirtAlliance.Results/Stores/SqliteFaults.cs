using Microsoft.Data.Sqlite;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>What goes wrong with SQLite files, in words for users.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    private static readonly byte[] Header = "SQLite format 3\0"u8.ToArray();

    /// <summary>Refuses a file that is no database before SQLite may touch it; one that is missing or empty will become one.</summary>
    public static void RefuseForeign(string file)
    {
        if (!File.Exists(file)) return;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[Header.Length];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read > 0 && !start.AsSpan().SequenceEqual(Header)) throw NotAStore(file, null);
    }

    /// <summary>Refuses a database that has tables, but none of ours or of the cluster's membership.</summary>
    public static async Task RefuseOthersTables(Session session, string file)
    {
        var tables = await session.Query(row => row.GetString(0), "SELECT name FROM sqlite_master WHERE type = 'table'").ConfigureAwait(false);
        if (tables.Count == 0 || tables.Exists(IsOurs)) return;
        throw new RunStoreException(StoreFault.NotAStore, $"the file {file} is not a run store: it is the database of another program (table {tables[0]})");
    }

    public static RunStoreException Explain(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        Busy or Locked => new(StoreFault.Busy, $"the run store {file} is locked by another process", e),
        ReadOnly => new(StoreFault.ReadOnly, $"the run store {file} cannot be written to: the file or its folder is read-only", e),
        Full => new(StoreFault.Full, $"the run store {file} cannot grow: there is no room left on its disk", e),
        CannotOpen => new(StoreFault.Unreachable, $"the run store {file} cannot be opened or made", e),
        Corrupt => new(StoreFault.Damaged, $"the run store {file} is damaged: {e.Message}", e),
        NotADatabase => NotAStore(file, e),
        InputOutput => new(StoreFault.Other, $"the run store {file} cannot be read or written: {e.Message}", e),
        _ => new(StoreFault.Other, $"the run store {file} failed: {e.Message}", e),
    };

    private static bool IsOurs(string table) =>
        table.StartsWith("va_", StringComparison.OrdinalIgnoreCase) || table.StartsWith("orleans", StringComparison.OrdinalIgnoreCase);

    private static RunStoreException NotAStore(string file, Exception? cause) => new(StoreFault.NotAStore, $"the file {file} is not a run store: it is no SQLite database", cause);
}
