using System.Runtime.InteropServices;

namespace VirtAlliance.Model.Customers;

/// <summary>Customers as columns in native memory, 64-byte aligned: 12 bytes each.</summary>
internal sealed unsafe class CustomerColumns : IDisposable
{
    /// <summary>The product of a place without a customer: padding, or one who has not come yet.</summary>
    public const byte Absent = 255;

    /// <summary>Four tastes and seats of two bytes, product and franchises of one.</summary>
    public const int BytesEach = 12;

    private byte* _memory;

    /// <param name="positions">Places; a multiple of 64.</param>
    public CustomerColumns(int positions)
    {
        Positions = positions;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, positions) * BytesEach, 64);
    }

    ~CustomerColumns() => Free();

    /// <summary>Places.</summary>
    public int Positions { get; }

    /// <summary>All columns from place <paramref name="position"/> on.</summary>
    public TileColumns From(int position)
    {
        ObjectDisposedException.ThrowIf(_memory is null, this);
        var shorts = (short*)_memory;
        return new TileColumns(
            shorts + position,
            shorts + Positions + position,
            shorts + 2 * Positions + position,
            shorts + 3 * Positions + position,
            (ushort*)shorts + 4 * Positions + position,
            _memory + 10 * Positions + position,
            _memory + 11 * Positions + position);
    }

    /// <summary>Product of each place.</summary>
    public Span<byte> Products => new(From(0).Products, Positions);

    /// <summary>Franchises of each place, a bit each.</summary>
    public Span<byte> Franchises => new(From(0).Franchises, Positions);

    /// <summary>Seats of each place.</summary>
    public Span<ushort> Seats => new(From(0).Seats, Positions);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_memory is null) return;
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
