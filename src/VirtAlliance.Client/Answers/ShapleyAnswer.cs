using VirtAlliance.Scenarios.Coalitions;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>shapley</c> [USD, discounted].</summary>
internal sealed record ShapleyAnswer(string Alliance, IReadOnlyList<PlayerShare> Members);
