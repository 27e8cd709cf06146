using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Ledger;

/// <summary>Records as canonical bytes: equal records give equal bytes, and reading gives them back to the bit.</summary>
public static class RecordCodec
{
    /// <summary>Record −1.</summary>
    public static byte[] Write(OpeningRecord opening) => throw new NotImplementedException();

    /// <summary>A quarter's record.</summary>
    public static byte[] Write(QuarterRecord quarter) => throw new NotImplementedException();

    /// <summary>Conditions alone: what is sent to customers, and compared by its hash.</summary>
    public static byte[] Write(MarketConditions conditions) => throw new NotImplementedException();

    /// <exception cref="InvalidDataException">The bytes are no opening record.</exception>
    public static OpeningRecord ReadOpening(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <exception cref="InvalidDataException">The bytes are no quarter record.</exception>
    public static QuarterRecord ReadQuarter(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <exception cref="InvalidDataException">The bytes are no conditions.</exception>
    public static MarketConditions ReadConditions(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
