using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace VirtAlliance.Results.Tables;

/// <summary>A table on its way to a file (RFC 4180, UTF-8): under a temporary name until it is whole.</summary>
internal sealed class CsvFile : IDisposable
{
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    private readonly string _temporary;
    private readonly CsvWriter _writer;

    /// <summary>Starts the file with its header.</summary>
    public CsvFile(string folder, string name, ImmutableArray<string> columns)
    {
        File = Path.Combine(folder, $"{name}.csv");
        _temporary = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.tmp");
        _writer = new CsvWriter(new StreamWriter(_temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16), Rfc4180);
        Write(columns);
    }

    /// <summary>A file with all its rows.</summary>
    public static CsvFile Of(string folder, string name, ImmutableArray<string> columns, IEnumerable<object?[]> rows)
    {
        var file = new CsvFile(folder, name, columns);
        file.Write(rows);
        return file;
    }

    /// <summary>Where it will be.</summary>
    public string File { get; }

    /// <summary>Adds rows.</summary>
    public void Write(IEnumerable<object?[]> rows)
    {
        foreach (var row in rows) Write(row.Select(Cell.Text));
    }

    /// <summary>All rows are on disk, still under the temporary name.</summary>
    public void Finish()
    {
        _writer.Flush();
        _writer.Dispose();
    }

    /// <summary>Takes its name, in place of a file that may have it.</summary>
    public void Publish() => System.IO.File.Move(_temporary, File, overwrite: true);

    /// <summary>Leaves nothing behind of a file that was not published.</summary>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException)
        {
            // What kept the rows from the disk has been thrown already where they were written.
        }
        System.IO.File.Delete(_temporary);
    }

    private void Write(IEnumerable<string> cells)
    {
        foreach (var cell in cells) _writer.WriteField(cell);
        _writer.NextRecord();
    }
}
