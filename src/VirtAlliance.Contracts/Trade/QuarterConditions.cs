using System.Security.Cryptography;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Contracts.Trade;

/// <summary>A quarter's conditions on their way to customers: one object for all grains of a node, bytes between nodes.</summary>
[Immutable]
public sealed class QuarterConditions
{
    private byte[]? _bytes;
    private byte[]? _hash;
    private MarketConditions? _conditions;

    /// <summary>Around conditions just made.</summary>
    public QuarterConditions(MarketConditions conditions) => _conditions = conditions;

    internal QuarterConditions(byte[] bytes) => _bytes = bytes;

    /// <summary>As the model reads them.</summary>
    public MarketConditions Value => _conditions ??= RecordCodec.ReadConditions(_bytes);

    /// <summary>Canonical.</summary>
    internal byte[] Bytes => _bytes ??= RecordCodec.Write(_conditions!);

    /// <summary>SHA-256 of the canonical bytes; worked out only if asked for.</summary>
    public ReadOnlySpan<byte> Hash => _hash ??= SHA256.HashData(Bytes);

    /// <summary>True if they are the same, to the bit.</summary>
    public bool Same(QuarterConditions other) => ReferenceEquals(this, other) || Hash.SequenceEqual(other.Hash);
}
