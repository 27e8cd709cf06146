using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace VirtAlliance.Contracts.Ledger.Records;

/// <summary>Reads canonical bytes, and nothing else.</summary>
/// <remarks>Every method throws <see cref="InvalidDataException"/> where the bytes are not what a <see cref="RecordWriter"/> writes.</remarks>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public readonly void End()
    {
        if (_at != _bytes.Length) throw Bad($"has {_bytes.Length - _at} bytes too many");
    }

    public byte Byte()
    {
        if (_at >= _bytes.Length) throw Bad("ends too early");
        return _bytes[_at++];
    }

    public bool Boolean() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw Bad($"has {other} where 0 or 1 belongs"),
    };

    public long Number()
    {
        var value = Varint();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public int Int()
    {
        var value = Number();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Bad($"has {value} where a number of 32 bits belongs");
    }

    /// <summary>A member of an enumeration with members 0 to <paramref name="last"/>.</summary>
    public int Choice(int last)
    {
        var value = Int();
        return value >= 0 && value <= last ? value : throw Bad($"has {value} where 0 to {last} belongs");
    }

    /// <summary>A length that the bytes left can fill.</summary>
    public int Length(int minBytesEach)
    {
        var value = Varint();
        return value <= (ulong)((_bytes.Length - _at) / minBytesEach) ? (int)value : throw Bad($"announces {value} items, more than there are bytes");
    }

    /// <summary>Refuses if fewer than <paramref name="bytes"/> are left.</summary>
    public readonly void Expect(long bytes)
    {
        if (_bytes.Length - _at < bytes) throw Bad("ends too early");
    }

    public double Double()
    {
        Expect(sizeof(double));
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_bytes[_at..]);
        _at += sizeof(double);
        return value;
    }

    public string Text()
    {
        var length = Length(1);
        try
        {
            var text = Utf8.GetString(_bytes.Slice(_at, length));
            _at += length;
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw Bad("has a text that is not UTF-8");
        }
    }

    public ImmutableArray<byte> Bytes()
    {
        var length = Length(1);
        var values = _bytes.Slice(_at, length).ToArray();
        _at += length;
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<long> Numbers()
    {
        var values = new long[Length(1)];
        for (var i = 0; i < values.Length; i++) values[i] = Number();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<int> Ints()
    {
        var values = new int[Length(1)];
        for (var i = 0; i < values.Length; i++) values[i] = Int();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<double> Doubles()
    {
        var values = new double[Length(sizeof(double))];
        for (var i = 0; i < values.Length; i++) values[i] = Double();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<string> Texts()
    {
        var values = new string[Length(1)];
        for (var i = 0; i < values.Length; i++) values[i] = Text();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<T> Parts<T, TPart>() where TPart : IPart<T>
    {
        var parts = new T[Length(TPart.MinBytes)];
        for (var i = 0; i < parts.Length; i++) parts[i] = TPart.Read(ref this);
        return ImmutableCollectionsMarshal.AsImmutableArray(parts);
    }

    public readonly InvalidDataException Bad(string what) => new($"the record {what}, at byte {_at} of {_bytes.Length}");

    private ulong Varint()
    {
        var octet = Byte();
        if (octet < 0x80) return octet;
        var value = (ulong)(octet & 0x7F);
        for (var shift = 7; shift < 64; shift += 7)
        {
            octet = Byte();
            if (shift == 63 && octet > 1) break;
            value |= (ulong)(octet & 0x7F) << shift;
            if (octet >= 0x80) continue;
            return octet != 0 ? value : throw Bad("has a number longer than need be");
        }
        throw Bad("has a number of more than 64 bits");
    }
}
