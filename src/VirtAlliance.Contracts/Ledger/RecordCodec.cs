using VirtAlliance.Contracts.Ledger.Records;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Ledger;

/// <summary>Records as canonical bytes: equal records give equal bytes, and reading gives them back to the bit.</summary>
/// <remarks>
/// One byte says what follows; then the fields in the order of their declaration: whole numbers as varints (signed ones zigzag), doubles as eight bytes,
/// little endian, texts and arrays with their length before them. An array that was never set reads back empty. Readers refuse every byte string that no writer writes.
/// </remarks>
public static class RecordCodec
{
    private const byte OpeningTag = 0x11;
    private const byte QuarterTag = 0x12;
    private const byte ConditionsTag = 0x13;
    private const byte SurveyedQuarterTag = 0x14;

    /// <summary>Record −1.</summary>
    public static byte[] Write(OpeningRecord opening) => Write<OpeningRecord, OpeningRecordPart>(OpeningTag, opening);

    /// <summary>A quarter's record.</summary>
    public static byte[] Write(QuarterRecord quarter) => quarter.Closed.Surveys.IsDefaultOrEmpty
        ? Write<QuarterRecord, QuarterRecordPart>(QuarterTag, quarter)
        : Write<QuarterRecord, SurveyedQuarterPart>(SurveyedQuarterTag, quarter);

    /// <summary>Conditions alone: what is sent to customers, and compared by its hash.</summary>
    public static byte[] Write(MarketConditions conditions) => Write<MarketConditions, MarketConditionsPart>(ConditionsTag, conditions);

    /// <exception cref="InvalidDataException">The bytes are no opening record.</exception>
    public static OpeningRecord ReadOpening(ReadOnlySpan<byte> bytes) => Read<OpeningRecord, OpeningRecordPart>(OpeningTag, bytes);

    /// <exception cref="InvalidDataException">The bytes are no quarter record.</exception>
    public static QuarterRecord ReadQuarter(ReadOnlySpan<byte> bytes) => bytes is [SurveyedQuarterTag, ..]
        ? Read<QuarterRecord, SurveyedQuarterPart>(SurveyedQuarterTag, bytes)
        : Read<QuarterRecord, QuarterRecordPart>(QuarterTag, bytes);

    /// <exception cref="InvalidDataException">The bytes are no conditions.</exception>
    public static MarketConditions ReadConditions(ReadOnlySpan<byte> bytes) => Read<MarketConditions, MarketConditionsPart>(ConditionsTag, bytes);

    private static byte[] Write<T, TPart>(byte tag, T record) where TPart : IPart<T>
    {
        var writer = new RecordWriter();
        writer.Byte(tag);
        TPart.Write(ref writer, record);
        return writer.Done();
    }

    private static T Read<T, TPart>(byte tag, ReadOnlySpan<byte> bytes) where TPart : IPart<T>
    {
        var reader = new RecordReader(bytes);
        var found = reader.Byte();
        if (found != tag) throw new InvalidDataException($"the record starts with {found:x2}, not {tag:x2}");
        var record = TPart.Read(ref reader);
        reader.End();
        return record;
    }
}
