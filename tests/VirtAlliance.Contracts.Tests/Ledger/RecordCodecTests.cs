using CsCheck;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Tests.Ledger;

public class RecordCodecTests
{
    [Fact]
    public void A_quarter_record_comes_back_to_the_bit() =>
        Drawn.Quarter.Sample(record => Facts.Of(RecordCodec.ReadQuarter(RecordCodec.Write(record))) == Facts.Of(record), iter: 300);

    [Fact]
    public void An_opening_record_comes_back_to_the_bit() =>
        Drawn.Opening.Sample(record => Facts.Of(RecordCodec.ReadOpening(RecordCodec.Write(record))) == Facts.Of(record), iter: 300);

    [Fact]
    public void Conditions_come_back_to_the_bit() =>
        Drawn.Conditions.Sample(record => Facts.Of(RecordCodec.ReadConditions(RecordCodec.Write(record))) == Facts.Of(record), iter: 300);

    [Fact]
    public void Records_that_differ_give_bytes_that_differ() =>
        Gen.Select(Drawn.Quarter, Drawn.Quarter).Sample((a, b) =>
            RecordCodec.Write(a).AsSpan().SequenceEqual(RecordCodec.Write(b)) == (Facts.Of(a) == Facts.Of(b)), iter: 100);

    [Fact]
    public void Only_one_spelling_of_a_record_is_read() =>
        Gen.Select(Drawn.Quarter.Select(RecordCodec.Write), Gen.Int[0, int.MaxValue], Gen.Byte).Sample((bytes, at, value) =>
        {
            bytes[at % bytes.Length] = value;
            return Read(bytes) is not { } record || RecordCodec.Write(record).AsSpan().SequenceEqual(bytes);
        }, iter: 3000);

    [Fact]
    public void A_truncated_record_is_refused() =>
        Gen.Select(Drawn.Quarter.Select(RecordCodec.Write), Gen.Int[0, int.MaxValue])
            .Sample((bytes, cut) => Read(bytes.AsSpan(0, cut % bytes.Length)) is null, iter: 1000);

    [Fact]
    public void Trailing_bytes_are_refused() =>
        Gen.Select(Drawn.Quarter.Select(RecordCodec.Write), Gen.Byte).Sample((bytes, more) => Read([.. bytes, more]) is null, iter: 200);

    [Fact]
    public void Junk_is_refused_or_read_but_never_breaks_the_reader() =>
        Gen.Byte.Array[0, 200].Sample(junk =>
        {
            Refuses(() => RecordCodec.ReadQuarter([0x12, .. junk]));
            Refuses(() => RecordCodec.ReadQuarter([0x14, .. junk]));
            Refuses(() => RecordCodec.ReadOpening([0x11, .. junk]));
            Refuses(() => RecordCodec.ReadConditions([0x13, .. junk]));
        }, iter: 3000);

    [Fact]
    public void One_kind_of_record_is_not_read_as_another() => Drawn.Quarter.Sample(
        record => Assert.Throws<InvalidDataException>(() => RecordCodec.ReadConditions(RecordCodec.Write(record))), iter: 20);

    [Fact]
    public void The_form_of_the_format_stays()
    {
        var conditions = new MarketConditions(
            2, [new ProductConditions(-1, true, 150, 1, -0.0)], [new TechnologyConditions(0.5, 0)], [300], [new SegmentConditions(64, 0, 63, [20_000], [1])]);
        Assert.Equal(
            "1304" + "01" + "0101ac02" + "000000000000f03f" + "0000000000000080" + "01" + "000000000000e03f" + "0000000000000000" + "01d804"
            + "01" + "8001" + "00" + "7e" + "01c0b802" + "01000000000000f03f",
            Convert.ToHexStringLower(RecordCodec.Write(conditions)));
    }

    private static QuarterRecord? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return RecordCodec.ReadQuarter(bytes);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void Refuses(Func<object> read)
    {
        try
        {
            read();
        }
        catch (InvalidDataException)
        {
        }
    }
}
