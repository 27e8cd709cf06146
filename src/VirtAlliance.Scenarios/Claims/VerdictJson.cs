using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Verdicts as JSON, as the run store keeps them beside a study.</summary>
public static class VerdictJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>An array, one object per claim.</summary>
    public static string Write(ImmutableArray<ClaimVerdict> verdicts) => JsonSerializer.Serialize(verdicts, Options);

    /// <summary>What <see cref="Write"/> wrote; none for null.</summary>
    public static ImmutableArray<ClaimVerdict> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<ClaimVerdict>>(json, Options);
}
