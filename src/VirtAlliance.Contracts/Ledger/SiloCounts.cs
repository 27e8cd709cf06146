using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtAlliance.Contracts.Ledger;

/// <summary>What a silo has done since it started.</summary>
/// <param name="Decisions">Choices of customers in the market.</param>
/// <param name="Quarters">Quarters that its coordinators closed.</param>
/// <param name="Runs">Runs that its coordinators ended.</param>
/// <param name="Retries">Calls that were repeated.</param>
/// <param name="Replays">Quarters that blocks of customers lived through again.</param>
/// <param name="Records">Quarter records that it put on disk.</param>
/// <param name="Commits">Commits that put them there.</param>
/// <param name="Messages">Orleans' messages to other silos.</param>
/// <param name="MemoryBytes">Of its process, now.</param>
/// <param name="CpuSeconds">Core time of its process.</param>
/// <param name="Phases">Per phase of a quarter, by name.</param>
public sealed record SiloCounts(
    long Decisions, long Quarters, long Runs, long Retries, long Replays, long Records, long Commits, long Messages, long MemoryBytes, double CpuSeconds,
    ImmutableSortedDictionary<string, PhaseTime> Phases)
{
    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, SiloCountsJson.Default.SiloCounts);

    /// <summary>Counts written by <see cref="Write"/>; null where there are none that can be read.</summary>
    public static SiloCounts? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, SiloCountsJson.Default.SiloCounts);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How often a phase was gone through.</summary>
/// <param name="Times">How often.</param>
/// <param name="Seconds">How long that took, all together.</param>
public readonly record struct PhaseTime(long Times, double Seconds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiloCounts))]
internal sealed partial class SiloCountsJson : JsonSerializerContext;
