using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace VirtAlliance.Contracts.Ledger.Records;

/// <summary>Appends canonical bytes to a buffer that each thread keeps for its next record.</summary>
internal ref struct RecordWriter
{
    private const int VarintMaxBytes = 10;
    private const int KeptBufferMaxBytes = 1 << 20;

    [ThreadStatic]
    private static byte[]? _kept;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer;
    private int _length;

    public RecordWriter()
    {
        _buffer = _kept ?? new byte[8192];
        _kept = null;
    }

    /// <summary>The bytes written; the writer is used up.</summary>
    public readonly byte[] Done()
    {
        if (_buffer.Length <= KeptBufferMaxBytes) _kept = _buffer;
        return _buffer.AsSpan(0, _length).ToArray();
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    public void Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(long value)
    {
        Reserve(VarintMaxBytes);
        _length = Varint(_buffer, _length, ZigZag(value));
    }

    public void Length(int value)
    {
        Reserve(VarintMaxBytes);
        _length = Varint(_buffer, _length, (ulong)value);
    }

    public void Double(double value)
    {
        Reserve(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(double);
    }

    public void Text(string value)
    {
        Length(Utf8.GetByteCount(value));
        Reserve(value.Length * 3);
        _length += Utf8.GetBytes(value, _buffer.AsSpan(_length));
    }

    public void Bytes(ReadOnlySpan<byte> values)
    {
        Length(values.Length);
        Reserve(values.Length);
        values.CopyTo(_buffer.AsSpan(_length));
        _length += values.Length;
    }

    public void Numbers(ReadOnlySpan<long> values)
    {
        Length(values.Length);
        Run(values);
    }

    /// <summary>Numbers whose count the reader knows.</summary>
    public void Run(ReadOnlySpan<long> values)
    {
        Reserve(values.Length * VarintMaxBytes);
        var (buffer, at) = (_buffer, _length);
        foreach (var value in values) at = Varint(buffer, at, ZigZag(value));
        _length = at;
    }

    public void Numbers(ReadOnlySpan<int> values)
    {
        Length(values.Length);
        foreach (var value in values) Number(value);
    }

    public void Doubles(ReadOnlySpan<double> values)
    {
        Length(values.Length);
        foreach (var value in values) Double(value);
    }

    public void Texts(ImmutableArray<string> values)
    {
        Length(Count(values));
        if (values.IsDefault) return;
        foreach (var value in values) Text(value);
    }

    public void Parts<T, TPart>(ImmutableArray<T> parts) where TPart : IPart<T>
    {
        Length(Count(parts));
        foreach (var part in parts.AsSpan()) TPart.Write(ref this, part);
    }

    private static int Count<T>(ImmutableArray<T> items) => items.IsDefault ? 0 : items.Length;

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
    }

    private static ulong ZigZag(long value) => unchecked((ulong)(value << 1) ^ (ulong)(value >> 63));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Varint(byte[] buffer, int at, ulong value)
    {
        unchecked
        {
            while (value >= 0x80)
            {
                buffer[at++] = (byte)(value | 0x80);
                value >>= 7;
            }
            buffer[at++] = (byte)value;
            return at;
        }
    }
}
