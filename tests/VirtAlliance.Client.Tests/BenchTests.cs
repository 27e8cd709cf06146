using System.Text.Json;

namespace VirtAlliance.Client.Tests;

public sealed class BenchTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Bench_measures_decisions_through_the_grains_beside_the_kernel_alone_and_leaves_nothing_in_the_users_store()
    {
        var figures = await Figures("--customers", "70000", "--segments", "2", "--quarters", "3");
        Assert.Equal((70_000, 6, 2, 3, 0), Setting(figures));
        Assert.True(figures.GetProperty("decisions_per_second").GetDouble() > 0);
        Assert.True(figures.GetProperty("kernel_decisions_per_second").GetDouble() > 0);
        Assert.True(figures.GetProperty("bytes_per_customer").GetDouble() > 12);
        Assert.InRange(figures.GetProperty("in_kernel").GetDouble(), 1e-6, 1);
        Assert.False(File.Exists(_console.Store));
    }

    [Fact]
    public async Task Small_runs_are_measured_as_runs_of_one_study_with_at_most_25_calls_a_quarter()
    {
        var figures = await Figures("--small-runs", "3");
        Assert.Equal((10_000, 7, 8, 40, 0), Setting(figures));
        Assert.True(figures.GetProperty("runs_per_second").GetDouble() > 0);
        Assert.InRange(figures.GetProperty("calls_per_quarter").GetDouble(), 1, 25);
    }

    [Fact]
    public async Task On_silos_of_their_own_it_tells_what_goes_between_them()
    {
        var figures = await Figures("--customers", "2200000", "--quarters", "2", "--silos", "2");
        Assert.Equal((2_200_000, 6, 1, 2, 2), Setting(figures));
        Assert.True(figures.GetProperty("messages_per_quarter").GetDouble() > 0);
        Assert.True(figures.GetProperty("bytes_between_silos_per_quarter").GetDouble() > 0);
    }

    [Theory]
    [InlineData("--customers", "0")]
    [InlineData("--products", "1")]
    [InlineData("--products", "256")]
    [InlineData("--segments", "2000000")]
    [InlineData("--silos", "0")]
    [InlineData("--small-runs", "-1")]
    public async Task A_number_that_makes_no_sense_is_refused(string option, string value)
    {
        var refused = await _console.Run("bench", option, value);
        Assert.Equal((2, ""), (refused.Status, refused.Output));
        Assert.Contains(option, refused.Errors);
    }

    [Theory]
    [InlineData("bench")]
    [InlineData("run")]
    public async Task More_customers_than_the_memory_holds_are_refused_before_anything_starts(string command)
    {
        string[] arguments = command == "bench" ? ["bench", "--customers", "4000000000"] : ["run", Huge(), "--store", _console.Store];
        var machine = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (machine > 4_000_000_000L * 12) return;   // they fit
        var refused = await _console.Run(arguments);
        Assert.Equal((2, ""), (refused.Status, refused.Output));
        Assert.Contains("4,000,000,000 customers need", refused.Errors);
        Assert.False(File.Exists(_console.Store));
    }

    private string Huge()
    {
        var file = Path.Combine(_console.Folder, "huge.yaml");
        File.WriteAllText(file, """
            scenario: huge
            starts: 2020-Q1
            quarters: 4
            technologies: { free: {} }
            vendors: { one: {} }
            products: { a: { vendor: one, technology: free, price-usd: 100, unit-cost-usd: 40 } }
            segments: { firms: { customers: 4_000_000_000, shares: { a: 0.5, none: 0.5 } } }
            """);
        return file;
    }

    private async Task<JsonElement> Figures(params string[] arguments)
    {
        var measured = await _console.Run(["bench", "--json", .. arguments]);
        Assert.Equal((0, ""), (measured.Status, measured.Errors));
        return JsonDocument.Parse(measured.Output).RootElement;
    }

    private static (long Customers, int Products, int Segments, int Quarters, int Silos) Setting(JsonElement figures) => (
        figures.GetProperty("customers").GetInt64(), figures.GetProperty("products").GetInt32(), figures.GetProperty("segments").GetInt32(),
        figures.GetProperty("quarters").GetInt32(), figures.GetProperty("silos").GetInt32());
}
