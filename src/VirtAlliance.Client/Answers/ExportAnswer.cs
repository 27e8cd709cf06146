namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>export</c>: the files written.</summary>
internal sealed record ExportAnswer(string Study, IReadOnlyList<string> Files);
