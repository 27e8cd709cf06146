using NJsonSchema;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Schema;
using VirtAlliance.Scenarios.Shipped;

namespace VirtAlliance.Scenarios.Tests;

public class SchemaTests
{
    public static TheoryData<string> Shipped => [.. ShippedScenarios.List];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Shipped_scenarios_are_valid(string name)
    {
        var errors = (await JsonSchema.FromJsonAsync(ScenarioSchema.Text)).Validate(Json(ShippedScenarios.Text(name)!));
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => e.ToString())));
    }

    [Fact]
    public async Task The_sound_file_is_valid() => Assert.Empty((await JsonSchema.FromJsonAsync(ScenarioSchema.Text)).Validate(Json(Broken.Sound)));

    [Theory]
    [InlineData("seed: 7", "sede: 7")]
    [InlineData("quarters: 8\n", "")]
    [InlineData("openness: 1", "openness: 1.5")]
    [InlineData("depreciation: 0.05", "depreciation: 1")]
    [InlineData("starts: 2020-Q1", "starts: 2020-Q5")]
    [InlineData("rule: bertrand", "rule: bertrnd")]
    [InlineData("vendor: giant, ", "")]
    [InlineData("by: -0.1", "by: -0.1, to-usd: 5")]
    [InlineData("uniform: [0.9, 1.1]", "uniform: [0.9]")]
    [InlineData("gain: maker", "gian: maker")]
    public async Task A_broken_shape_is_not_valid(string line, string instead) =>
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(ScenarioSchema.Text)).Validate(Json(Broken.With(line, instead))));

    /// <summary>What an editor makes of the text: YAML's values as JSON's.</summary>
    private static string Json(string text)
    {
        var findings = new Findings();
        var tree = YamlTree.OfFile(text, "f.yaml", findings);
        findings.Throw();
        return Json(tree!);
    }

    private static string Json(Node node) => node switch
    {
        Map map => $"{{{string.Join(',', map.Entries.Select(e => $"{Quote(e.Name)}:{Json(e.Value)}"))}}}",
        Sequence list => $"[{string.Join(',', list.Items.Select(Json))}]",
        Scalar { Plain: true, Text: "true" or "false" or "null" } word => word.Text,
        Scalar { Plain: true } number when !number.Text.Contains('_', StringComparison.Ordinal) && NumberText.TryRead(number.Text, out var n) => NumberText.Of(n),
        Scalar text => Quote(text.Text),
        _ => "null",
    };

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
