namespace VirtAlliance.Scenarios.Shipped;

/// <summary>What <c>scenario new FILE</c> writes: the smallest useful file, told apart by its id.</summary>
public static class ScenarioTemplate
{
    /// <summary>A sound scenario file to start from.</summary>
    /// <param name="id">The scenario's id; what is no name in it is left out.</param>
    public static string Text(string id)
    {
        var name = new string([.. id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-').SkipWhile(c => !char.IsAsciiLetterOrDigit(c)).Take(64)]);
        var body = ShippedScenarios.Text("first-try")!;
        return $"""
            # A VirtAlliance scenario. Try it:     virtalliance run FILE
            # What it says by default:             virtalliance scenario check FILE
            # All keys, for editors:               virtalliance scenario schema

            {body.Replace("scenario: first-try", $"scenario: {(Keys.NameShape.IsName(name) ? name : "my-scenario")}", StringComparison.Ordinal)}
            """;
    }
}
