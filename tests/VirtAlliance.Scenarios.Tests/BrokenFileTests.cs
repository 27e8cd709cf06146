namespace VirtAlliance.Scenarios.Tests;

public class BrokenFileTests
{
    [Fact]
    public void The_sound_file_is_sound() => Assert.Empty(Broken.Errors(Broken.Sound));

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "quarters: 8", "quarters: many", "3:11", "found 'many', expected a whole number" },
        { "quarters: 8", "quarters: 0", "3:11", "found '0', expected a whole number from 1" },
        { "quarters: 8", "quarters: 2.5", "3:11", "expected a whole number" },
        { "quarters: 8", "quarters: \"8\"", "3:11", "expected a whole number" },
        { "quarters: 8\n", "", "1:1", "found no 'quarters'" },
        { "starts: 2020-Q1", "starts: 2020-Q5", "2:9", "a quarter such as 2011-Q2" },
        { "seed: 7", "seed: 4294967296", "4:7", "expected a whole number from 0" },
        { "seed: 7", "sede: 7", "4:1", "did you mean 'seed'?" },
        { "openness: 1", "openness: 1.5", "7:21", "expected a number in [0, 1]" },
        { "openness: 1", "openness: .nan", "7:21", "expected a number in [0, 1]" },
        { "openness: 1", "openness: 1e999", "7:21", "expected a number in [0, 1]" },
        { "openness: 1", "openness: .inf", "7:21", "expected a number in [0, 1]" },
        { "openness: 1", "opennes: 1", "7:11", "did you mean 'openness'?" },
        { "depreciation: 0.05", "depreciation: 1", "7:38", "expected a number in [0, 1)" },
        { "spillover: { shut: 0.1 }", "spillover: { shot: 0.1 }", "7:57", "did you mean 'shut'?" },
        { "rule: bertrand", "rule: bertrnd", "9:27", "did you mean 'bertrand'?" },
        { "product: alpha, share: 0.9", "product: beta, share: 0.9", "10:44", "follow each other in a circle" },
        { "rule: follow, product: alpha, share", "rule: follow, share", "10:12", "found no 'product'" },
        { "split: { free: 1 }", "split: { free: 0.5 }", "11:46", "sum to 0.5, expected 1" },
        { "channels: 0.5", "channels: { firm: 0.5 }", "11:24", "did you mean 'firms'?" },
        { "price-usd: 200", "price-usd: -1", "13:56", "found '-1', expected a number in [0," },
        { "vendor: giant", "vendor: gaint", "13:20", "did you mean 'giant'?" },
        { "  beta: { vendor: rival,", "  alpha: { vendor: rival,", "14:3", "found a second 'alpha'" },
        { "enters: 2020-Q3", "enters: 2022-Q1", "15:68", "a quarter from 2020-Q1 to 2021-Q4" },
        { "spread: 0.2", "spread: -0.2", "16:56", "a number of at least 0" },
        { "customers: 1000", "customers: 0", "19:16", "a whole number from 1" },
        { "customers: 1000\n    ", "", "18:3", "found no 'customers'" },
        { "none: 0.6", "none: 0.5", "20:13", "sum to 0.9, expected 1" },
        { "    liking: { late: 0.5 }\n", "", "18:3", "found no liking of 'late'" },
        { "liking: { late: 0.5 }", "liking: { late: 0.5, alpha: 1 }", "21:26", "or of none of them" },
        { "leader: maker", "leader: alpha", "23:37", "expected a vendor" },
        { "{ gold: [rival] }", "{ gould: [rival] }", "23:55", "did you mean 'gold'?" },
        { "at: 2020-Q2", "at: 2019-Q4", "25:11", "a quarter from 2020-Q1 to 2021-Q4" },
        { "by: -0.1", "by: -0.1, to-usd: 5", "25:55", "found both 'by' and 'to-usd'" },
        { "leaves: { alliance: club", "leaves: { alliance: clubb", "26:40", "did you mean 'club'?" },
        { "remove: [alliances.club]", "remove: [alliances.clup]", "29:23", "did you mean 'club'?" },
        { "set: { products.alpha.price-usd: 300 }", "set: { products.alpha.price-usd: -300 }", "30:44", "found '-300'" },
        { "set: { products.alpha.price-usd: 300 }", "set: { products.alpha.price: 300 }", "30:18", "did you mean 'price-usd'?" },
        { "set: { products.alpha.price-usd: 300 }", "set: { quarters: 300 }", "30:18", "arms share all the rest" },
        { "set: { products.alpha.price-usd: 300 }", "remove: [products.alpha]", "30:3", "in arm 'dear'" },
        { "set: { products.alpha.price-usd: 300 }", "remove: [segments.firms]", "30:20", "neither add nor remove segments" },
        { "set: { products.alpha.price-usd: 300 }", "add: { products.new: { vendor: maker, technology: free, price-usd: 1 } }", "30:3", "no liking of 'new'" },
        { "baseline: without", "baseline: witout", "31:11", "did you mean 'without'?" },
        { "path: vendors.maker.channels", "path: vendors.maker.price.rule", "33:13", "a path to a number" },
        { "uniform: [0.9, 1.1]", "uniform: [1.1, 0.9]", "33:55", "lowest and highest in that order" },
        { "share: alpha, low: 0.5", "share: alfa, low: 0.5", "35:27", "did you mean 'alpha'?" },
        { "high: 0.7", "high: 0.4", "35:50", "at least low" },
        { "gain: maker", "gian: maker", "37:29", "did you mean 'gain'?" },
        { "in: with }", "in: without }", "37:27", "with itself" },
        { "gain: maker, in: with }", "regret: { of: existence, vendor: maker }, in: with, against: dear }", "37:37", "does not fit" },
        { "holds-when: { above: 0 }", "holds-when: { above: 0, below: 1 }", "37:78", "found both 'above' and 'below'" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_reported_where_it_stands_with_what_was_expected(string line, string instead, string place, string message)
    {
        var errors = Broken.Errors(Broken.With(line, instead));
        Assert.True(errors.Any(e => e.StartsWith($"f.yaml:{place}: ", StringComparison.Ordinal) && e.Contains(message, StringComparison.Ordinal)), string.Join('\n', errors.DefaultIfEmpty("no error")));
    }

    [Theory]
    [InlineData("", "1:1", "an empty file")]
    [InlineData("# nothing but a comment\n", "1:1", "an empty file")]
    [InlineData("just words", "1:1", "expected a scenario")]
    [InlineData("- a\n- b\n", "1:1", "found a list, expected a scenario")]
    [InlineData("scenario: a\n\tstarts: 2020-Q1\n", "2:1", "a tab")]
    [InlineData("scenario: a\nstarts: \u0000\n", "2:9", "U+0000")]
    [InlineData("scenario: \uFFFD\n", "1:11", "expected text in UTF-8")]
    [InlineData("scenario: &a x\ntitle: *a\n", "1:11", "anchor")]
    [InlineData("scenario: !!str x\n", "1:11", "tag")]
    [InlineData("scenario: [a, b\n", "2:1", "not YAML")]
    [InlineData("scenario: a\n---\nscenario: b\n", "2:1", "a second document")]
    public void Text_that_is_no_scenario_is_refused_with_its_place(string text, string place, string message)
    {
        var errors = Broken.Errors(text);
        Assert.True(errors.Any(e => e.StartsWith($"f.yaml:{place}: ", StringComparison.Ordinal) && e.Contains(message, StringComparison.Ordinal)), string.Join('\n', errors.DefaultIfEmpty("no error")));
    }

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Assert.Equal("f.yaml:1:1: found 10,485,760 bytes, expected at most 1,048,576", Assert.Single(Broken.Errors(new string('x', 10 << 20))));

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Contains("nested more than 32 deep", Assert.Single(Broken.Errors(new string('[', 100_000))), StringComparison.Ordinal);

    [Fact]
    public void All_faults_of_a_file_are_reported_at_once_in_its_order()
    {
        var errors = Broken.Errors(Broken.With("seed: 7", "seed: x").Replace("vendor: giant", "vendor: gaint", StringComparison.Ordinal).Replace("none: 0.6", "none: 0.5", StringComparison.Ordinal));
        Assert.Equal(["4:7", "13:20", "20:13"], errors.Select(e => string.Join(':', e.Split(':').Skip(1).Take(2))));
    }

    [Fact]
    public void A_missing_file_is_reported_with_what_there_is()
    {
        var error = Assert.Throws<ScenarioException>(() => Studies.ScenarioSource.Load("first-tri"));
        Assert.StartsWith("first-tri:1:1: found no such file", error.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean 'first-try'?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("products.alpha.price-usd=-5", "found '-5', expected a number")]
    [InlineData("products.alpa.price-usd=5", "did you mean 'alpha'?")]
    [InlineData("products.alpha", "expected PATH=VALUE")]
    [InlineData("quarters=", "found nothing")]
    public void A_fault_of_an_override_names_the_option(string set, string message)
    {
        var error = Assert.Single(Broken.Errors(Broken.Sound, set));
        Assert.StartsWith($"--set {set}: ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
