using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace VirtAlliance.Contracts.Ledger;

/// <summary>The chain of hashes that makes a ledger tamper-evident; its last link is the run's digest.</summary>
public static class HashChain
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>What the opening record's hash builds on: SHA-256 of scenario hash, seed, replicate and model version.</summary>
    /// <remarks>The texts go in as UTF-8 with their lengths before them, numbers as four bytes, little endian.</remarks>
    public static byte[] Identity(string scenarioHash, uint seed, uint replicate, string modelVersion)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(sha, scenarioHash);
        Append(sha, seed);
        Append(sha, replicate);
        Append(sha, modelVersion);
        return sha.GetHashAndReset();
    }

    /// <summary>SHA-256 of the hash before and the payload.</summary>
    /// <exception cref="ArgumentException">The hash before has not <see cref="HashBytes"/> bytes.</exception>
    public static byte[] Next(ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> payload)
    {
        if (previousHash.Length != HashBytes) throw new ArgumentException($"a hash has {HashBytes} bytes, not {previousHash.Length}", nameof(previousHash));
        var hasher = _hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(previousHash);
        hasher.AppendData(payload);
        return hasher.GetHashAndReset();
    }

    /// <summary>Lower-case hex, as digests are shown.</summary>
    public static string Show(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);

    [ThreadStatic]
    private static IncrementalHash? _hasher;

    private static void Append(IncrementalHash sha, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(sha, (uint)bytes.Length);
        sha.AppendData(bytes);
    }

    private static void Append(IncrementalHash sha, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        sha.AppendData(bytes);
    }
}
