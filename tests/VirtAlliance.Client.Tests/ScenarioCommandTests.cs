using System.Text.Json;
using VirtAlliance.Scenarios.Shipped;

namespace VirtAlliance.Client.Tests;

public sealed class ScenarioCommandTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task List_names_the_shipped_scenarios()
    {
        Assert.Equal(ShippedScenarios.List, (await _console.Run("scenario", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var json = JsonDocument.Parse((await _console.Run("scenario", "list", "--json")).Output);
        Assert.Equal(ShippedScenarios.List, json.RootElement.GetProperty("scenarios").EnumerateArray().Select(s => s.GetString()!));
    }

    [Fact]
    public async Task Show_prints_the_shipped_file_as_it_is() =>
        Assert.Equal(ShippedScenarios.Text("first-try"), (await _console.Run("scenario", "show", "first-try")).Output);

    [Fact]
    public async Task New_writes_a_scenario_once_and_never_over_another_file()
    {
        Assert.Equal(0, (await _console.Run("scenario", "new", "mine.yaml")).Status);
        var path = Path.Combine(_console.Folder, "mine.yaml");
        Assert.Contains("scenario: mine\n", File.ReadAllText(path));
        File.WriteAllText(path, "mine");
        var again = await _console.Run("scenario", "new", "mine.yaml");
        Assert.Equal((2, "mine"), (again.Status, File.ReadAllText(path)));
    }

    [Fact]
    public async Task Schema_is_JSON()
    {
        using var schema = JsonDocument.Parse((await _console.Run("scenario", "schema")).Output);
        Assert.Equal(JsonValueKind.Object, schema.RootElement.ValueKind);
    }
}
