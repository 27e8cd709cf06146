using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>A run definition as canonical JSON: what the store keeps, and what the scenario hash is taken of.</summary>
public static class RunDefinitionJson
{
    /// <summary>Canonical UTF-8; equal definitions give equal bytes, and reading gives them back to the bit.</summary>
    public static byte[] Write(RunDefinition run)
    {
        var (inForce, opening) = Markets(run);
        return JsonSerializer.SerializeToUtf8Bytes(new RunDocument(inForce, opening, run.Seed, run.Replicate), RunDocumentContext.Default.RunDocument);
    }

    /// <summary>The definition written by <see cref="Write"/>.</summary>
    /// <exception cref="JsonException">The bytes are no run definition.</exception>
    public static RunDefinition Read(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize(json, RunDocumentContext.Default.RunDocument) ?? throw new JsonException("found null, expected a run definition");
        return new RunDefinition(document.InForce, document.Opening ?? document.InForce, document.Seed, document.Replicate);
    }

    /// <summary>SHA-256 of the definition without seed, replicate and the order of tables, lower-case hex.</summary>
    public static string ScenarioHash(RunDefinition run)
    {
        var (inForce, opening) = Markets(run);
        return Hash(NamedBytes(inForce), opening is null ? null : NamedBytes(opening));
    }

    /// <summary>The same of markets that are bytes already; an opening that equals the market in force is left out.</summary>
    internal static string Hash(byte[] inForce, byte[]? opening)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("{\"inForce\":"u8);
        hash.AppendData(inForce);
        hash.AppendData(",\"opening\":"u8);
        hash.AppendData(opening ?? "null"u8.ToArray());
        hash.AppendData("}"u8);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>True if two markets are the same in every value.</summary>
    public static bool AreEqual(MarketDefinition a, MarketDefinition b) => ReferenceEquals(a, b) || Bytes(a).AsSpan().SequenceEqual(Bytes(b));

    /// <summary>An opening that equals the market in force is left out.</summary>
    private static (MarketDefinition InForce, MarketDefinition? Opening) Markets(RunDefinition run) =>
        (run.InForce, AreEqual(run.InForce, run.Opening) ? null : run.Opening);

    /// <summary>A market without the order of its tables.</summary>
    internal static byte[] NamedBytes(MarketDefinition market) => Bytes(market with { TableOrder = null });

    /// <summary>A market as canonical UTF-8.</summary>
    internal static byte[] Bytes(MarketDefinition market) => JsonSerializer.SerializeToUtf8Bytes(market, RunDocumentContext.Default.MarketDefinition);
}

/// <summary>How a run definition is written.</summary>
/// <param name="InForce">The market that trades.</param>
/// <param name="Opening">The market before the arm's changes; null: the same.</param>
/// <param name="Seed">First word of every draw's key.</param>
/// <param name="Replicate">Second word.</param>
internal sealed record RunDocument(MarketDefinition InForce, MarketDefinition? Opening, uint Seed, uint Replicate);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(MarketDefinition))]
internal sealed partial class RunDocumentContext : JsonSerializerContext;
