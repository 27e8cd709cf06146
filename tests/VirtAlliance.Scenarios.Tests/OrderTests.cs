using CsCheck;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

public class OrderTests
{
    public static TheoryData<string> Shipped => [.. ShippedScenarios.List];

    /// <summary>All but products, whose order is that of choices; tiers, the first being the highest; and arms, the first being the baseline by default.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_order_of_vendors_segments_alliances_technologies_and_events_in_the_file_does_not_matter(string name)
    {
        var text = ShippedScenarios.Text(name)!;
        var expected = Definitions(text);
        Gen.Int[0, int.MaxValue].Sample(seed => Definitions(Shuffled(text, seed)).SequenceEqual(expected), iter: 4);
    }

    private static IEnumerable<string> Definitions(string text) =>
        StudyPlan.Expand(new StudyRequest { Text = text, Name = "f.yaml" }).Runs.Select(r => r.ScenarioHash + Convert.ToHexString(RunDefinitionJson.Write(WithoutTableOrder(r.Definition))));

    private static RunDefinition WithoutTableOrder(RunDefinition run) =>
        run with { InForce = run.InForce with { TableOrder = null }, Opening = run.Opening with { TableOrder = null } };

    private static string Shuffled(string text, int seed)
    {
        var root = (Map)YamlTree.OfFile(text, "f.yaml", new Findings())!;
        var random = new Random(seed);
        return Flow(root, depth: 0, "", random);
    }

    private static string Flow(Node node, int depth, string key, Random random) => node switch
    {
        Map map => $"{{{string.Join(", ", Order(map.Entries, keeps: key is "products" or "tiers" or "arms", random).Select(e => $"\"{e.Name}\": {Flow(e.Value, depth + 1, e.Name, random)}"))}}}",
        Sequence list => $"[{string.Join(", ", Order(list.Items, keeps: key is not ("events" or "members"), random).Select(i => Flow(i, depth + 1, "", random)))}]",
        Scalar { Plain: false } scalar => System.Text.Json.JsonSerializer.Serialize(scalar.Text),
        Scalar scalar when NumberText.TryRead(scalar.Text, out _) => scalar.Text,
        Scalar scalar => System.Text.Json.JsonSerializer.Serialize(scalar.Text),
        _ => "",
    };

    private static T[] Order<T>(IEnumerable<T> items, bool keeps, Random random)
    {
        var array = items.ToArray();
        if (!keeps) random.Shuffle(array);
        return array;
    }
}
