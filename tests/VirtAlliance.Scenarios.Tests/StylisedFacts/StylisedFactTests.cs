using Xunit.Abstractions;

namespace VirtAlliance.Scenarios.Tests.StylisedFacts;

/// <summary>The page on stylised facts says what the model shows, misses included; this test measures them and prints the table.</summary>
public sealed class StylisedFactTests(ITestOutputHelper output)
{
    [Fact]
    public void The_page_says_of_every_fact_what_comes_out()
    {
        var rows = FactsOfMarkets.All().Select(f => f.Row).ToArray();
        foreach (var row in rows) output.WriteLine(row);
        var page = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Shipped", "stylised-facts.md"));
        Assert.Equal(rows, page.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2));
    }
}
