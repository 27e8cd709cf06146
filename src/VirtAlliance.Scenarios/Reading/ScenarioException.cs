using System.Collections.Immutable;

namespace VirtAlliance.Scenarios;

/// <summary>A scenario or an option that cannot be used.</summary>
public sealed class ScenarioException(ImmutableArray<string> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>One line each, <c>FILE:LINE:COLUMN: what was found, what was expected</c>, in the order of the file.</summary>
    public ImmutableArray<string> Errors { get; } = errors;
}
