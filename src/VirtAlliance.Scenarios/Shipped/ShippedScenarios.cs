using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.Shipped;

/// <summary>The scenarios that come with the program, as they stand in its source.</summary>
public static class ShippedScenarios
{
    /// <summary>Their names, in ordinal order.</summary>
    public static ImmutableArray<string> List { get; } =
    [
        .. typeof(ShippedScenarios).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".yaml", StringComparison.Ordinal)).Select(n => n[..^".yaml".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of the scenario called <paramref name="name"/>; null if there is none.</summary>
    public static string? Text(string name)
    {
        if (!List.Contains(name)) return null;
        using var stream = typeof(ShippedScenarios).Assembly.GetManifestResourceStream(name + ".yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
