using VirtAlliance.Scenarios.Shipped;

namespace VirtAlliance.Client.Tests;

/// <summary>Scenario files that cannot be used: each ends with 2, tells every fault with its place, and writes nothing.</summary>
public sealed class BrokenScenarioTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("quarters: 20", "quarters: many")]
    [InlineData("quarters: 20", "quarters: 0")]
    [InlineData("quarters: 20", "quarters: 2.5")]
    [InlineData("quarters: 20", "quarters: 20\nquarters: 21")]
    [InlineData("quarters: 20", "quarter: 20")]
    [InlineData("starts: 2020-Q1", "starts: 2020-Q5")]
    [InlineData("starts: 2020-Q1", "")]
    [InlineData("scenario: first-try", "scenario: [a, b]")]
    [InlineData("price-usd: 200", "price-usd: -200")]
    [InlineData("price-usd: 200", "price-usd: .nan")]
    [InlineData("price-usd: 200", "price-usd: .inf")]
    [InlineData("technology: shut, price", "technology: shot, price")]
    [InlineData("vendor: giant", "vendor: dwarf")]
    [InlineData("none: 0.6", "none: 0.7")]
    [InlineData("alpha: 0.35", "alpha: -0.35")]
    [InlineData("customers: 20_000", "customers: 0")]
    [InlineData("customers: 20_000", "customers: 20_000, growth: -1")]
    [InlineData("reach: { beta: 0.4 }", "reach: { beta: 1.4 }")]
    [InlineData("rule: bertrand", "rule: guess")]
    [InlineData("giant: { price: { rule: bertrand } }\n  upstart: {}", "giant: { price: { rule: follow, product: beta } }\n  upstart: { price: { rule: follow, product: alpha } }")]
    [InlineData("channels: 0.5", "channels: 1.5")]
    [InlineData("leader: upstart", "leader: nobody")]
    [InlineData("carry: 0.5", "carry: 50 %")]
    [InlineData("remove: [alliances.club]", "remove: [alliances.pub]")]
    [InlineData("baseline: without", "baseline: nowhere")]
    [InlineData("gain: reseller", "gain: retailer")]
    [InlineData("in: with ", "in: within ")]
    [InlineData("above: 0", "above: zero")]
    [InlineData("baseline: without", "baseline: without\nevents: [{ at: 2031-Q1, withdraws: beta }]")]
    [InlineData("firms: {", "firms: [")]
    public async Task A_fault_in_the_file_is_told_with_its_place(string sound, string broken)
    {
        var text = ShippedScenarios.Text("first-try")!;
        Assert.Contains(sound, text);
        await Refuses(_console.Write("broken.yaml", text.Replace(sound, broken)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002binary")]
    [InlineData("- a\n- b\n")]
    [InlineData("just text")]
    [InlineData("a: &a [1]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n")]
    public async Task What_is_no_scenario_at_all_is_refused(string text) => await Refuses(_console.Write("broken.yaml", text));

    [Fact]
    public async Task Ten_megabytes_are_refused() => await Refuses(_console.Write("broken.yaml", $"scenario: x # {new string('x', 10_000_000)}"));

    [Fact]
    public async Task A_missing_file_is_named() => await Refuses(Path.Combine(_console.Folder, "broken.yaml"));

    private async Task Refuses(string file)
    {
        var finished = await _console.Run("run", file);
        Assert.Equal((2, ""), (finished.Status, finished.Output));
        var lines = finished.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"broken\.yaml:\d+:\d+: ", line));
        Assert.False(Directory.Exists(Path.GetDirectoryName(_console.Store)));
    }
}
