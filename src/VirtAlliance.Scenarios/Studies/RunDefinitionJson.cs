using VirtAlliance.Model.Definition;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>A run definition as canonical JSON: what the store keeps, and what the scenario hash is taken of.</summary>
public static class RunDefinitionJson
{
    /// <summary>Canonical UTF-8; equal definitions give equal bytes, and reading gives them back to the bit.</summary>
    public static byte[] Write(RunDefinition run) => throw new NotImplementedException();

    /// <summary>The definition written by <see cref="Write"/>.</summary>
    public static RunDefinition Read(ReadOnlySpan<byte> json) => throw new NotImplementedException();

    /// <summary>SHA-256 of the definition without seed and replicate, lower-case hex.</summary>
    public static string ScenarioHash(RunDefinition run) => throw new NotImplementedException();
}
