namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>submit</c>: the study and the ids of its runs.</summary>
internal sealed record SubmitAnswer(string Study, IReadOnlyList<string> Runs);
