namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>scenario list</c>.</summary>
internal sealed record ScenarioListAnswer(IReadOnlyList<string> Scenarios);
