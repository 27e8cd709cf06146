namespace VirtAlliance.Contracts.Ledger;

/// <summary>The chain of hashes that makes a ledger tamper-evident; its last link is the run's digest.</summary>
public static class HashChain
{
    /// <summary>What the opening record's hash builds on: SHA-256 of scenario hash, seed, replicate and model version.</summary>
    public static byte[] Identity(string scenarioHash, uint seed, uint replicate, string modelVersion) => throw new NotImplementedException();

    /// <summary>SHA-256 of the hash before and the payload.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> payload) => throw new NotImplementedException();

    /// <summary>Lower-case hex, as digests are shown.</summary>
    public static string Show(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);
}
