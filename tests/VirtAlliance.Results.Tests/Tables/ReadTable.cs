using System.Globalization;
using CsvHelper;

namespace VirtAlliance.Results.Tests.Tables;

/// <summary>A table as another program would read it: a header and texts.</summary>
internal sealed class ReadTable
{
    public ReadTable(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        Columns = csv.HeaderRecord!;
        while (csv.Read()) Rows.Add(Columns.ToDictionary(c => c, c => csv.GetField(c)!));
    }

    public string[] Columns { get; }

    public List<Dictionary<string, string>> Rows { get; } = [];

    public static long Whole(Dictionary<string, string> row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);

    public static decimal Money(Dictionary<string, string> row, string column) => decimal.Parse(row[column], CultureInfo.InvariantCulture);

    public static double Real(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
