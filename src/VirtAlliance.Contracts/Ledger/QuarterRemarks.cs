using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtAlliance.Contracts.Ledger;

/// <summary>What is kept beside a quarter's record and is not hashed.</summary>
/// <param name="Ms">How long the quarter took.</param>
/// <param name="Retries">Calls that had to be repeated since the run was last taken.</param>
/// <param name="Pace">Quarters per second of late.</param>
/// <param name="Silo">Node of the coordinator.</param>
/// <param name="Utc">When the quarter was closed.</param>
/// <param name="Trace">Id of its trace; null: it was not traced.</param>
public sealed record QuarterRemarks(double Ms, long Retries, double Pace, string Silo, DateTimeOffset Utc, string? Trace)
{
    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, QuarterRemarksJson.Default.QuarterRemarks);

    /// <summary>Remarks written by <see cref="Write"/>; null where there are none that can be read.</summary>
    public static QuarterRemarks? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, QuarterRemarksJson.Default.QuarterRemarks);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuarterRemarks))]
internal sealed partial class QuarterRemarksJson : JsonSerializerContext;
