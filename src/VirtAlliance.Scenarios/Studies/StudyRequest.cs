using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>A submission: all that is needed to read the scenario again as it was. Kept in the store as JSON.</summary>
public sealed record StudyRequest
{
    /// <summary>The scenario file's text.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the file or of the shipped scenario, for error messages.</summary>
    public required string Name { get; init; }

    /// <summary>Texts of files that the scenario names (a history in CSV), by the name it uses.</summary>
    public ImmutableSortedDictionary<string, string> Attachments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Arms to run; empty: all. The baseline always runs along.</summary>
    public ImmutableArray<string> Arms { get; init; } = [];

    /// <summary>At least 1.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>Instead of the scenario's seed.</summary>
    public uint? Seed { get; init; }

    /// <summary>Instead of the scenario's number of quarters.</summary>
    public int? Quarters { get; init; }

    /// <summary>PATH=VALUE, applied to the file before any arm, in order.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];
}
