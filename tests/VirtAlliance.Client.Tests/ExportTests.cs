using System.Globalization;
using System.Text.Json;

namespace VirtAlliance.Client.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Tables_reopen_and_reconcile_and_export_gives_what_out_gave()
    {
        var run = await _console.Run("run", "first-try", "--set", "segments.firms.customers=3000", "--quarters", "6", "--out", "out", "--json");
        Assert.True(run.Status == 0, run.Errors);
        using var study = JsonDocument.Parse(run.Output);
        var export = await _console.Run("export", study.RootElement.GetProperty("study").GetString()!, "--format", "csv", "--out", "again");
        Assert.True(export.Status == 0, export.Errors);

        string[] tables = ["claims", "elasticities", "markets", "messages", "products", "runs", "segments", "vendors"];
        Assert.Equal(tables, Directory.GetFiles(Folder("again")).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
        Assert.All(tables, t => Assert.Equal(File.ReadAllText(Path.Combine(Folder("out"), t + ".csv")), File.ReadAllText(Path.Combine(Folder("again"), t + ".csv"))));

        var products = Rows("products");
        Assert.Equal(2 * 6 * 2, products.Count);
        Assert.All(products, p => Assert.Equal(Number(p, "bookings_usd"), Number(p, "price_usd") * Number(p, "ordered_seat_quarters")));
        Assert.All(Rows("vendors"), v => Assert.Equal(Number(v, "profit_usd"),
            Number(v, "bookings_usd") - Number(v, "cost_usd") - Number(v, "research_usd") - Number(v, "dues_usd") - Number(v, "fixed_usd")
            + Number(v, "complements_usd") + Number(v, "franchise_usd") + Number(v, "commission_usd") + Number(v, "pool_usd")));
        Assert.Equal(
            products.GroupBy(Key).ToDictionary(g => g.Key, g => g.Sum(p => Number(p, "ordered_seats"))),
            Rows("segments").Where(s => s["product"] != "none").GroupBy(Key).ToDictionary(g => g.Key, g => g.Sum(s => Number(s, "ordered_seats"))));
    }

    [Fact]
    public async Task What_is_not_there_is_not_exported()
    {
        Assert.Equal(2, (await _console.Run("export", "nothing", "--format", "csv", "--out", "out")).Status);
        Assert.False(Directory.Exists(Folder("out")));
    }

    private static string Key(Dictionary<string, string> row) => $"{row["run"]} {row["quarter"]} {row["product"]}";

    private static decimal Number(Dictionary<string, string> row, string column) => decimal.Parse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>None of these tables has a cell with a comma.</summary>
    private List<Dictionary<string, string>> Rows(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder("out"), table + ".csv"));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second))];
    }

    private string Folder(string name) => Path.Combine(_console.Folder, name);
}
